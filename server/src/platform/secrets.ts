import { createCipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from './tokens.js';

/** Keys and codes. One root secret; each purpose has a key of its own, so that one cannot stand for another. */
@Injectable()
export class Secrets {
  readonly #keys = new Map<string, Buffer>();

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** 32 bytes, the same for the same root secret and purpose. */
  key(purpose: string): Buffer {
    const known = this.#keys.get(purpose);
    if (known) return known;
    const made = Buffer.from(hkdfSync('sha256', this.config.secretKey, 'savner-du-noen', purpose, 32));
    this.#keys.set(purpose, made);
    return made;
  }

  /** HMAC-SHA-256 of `text` under the key of `purpose`, as base64url. */
  keyedHash(purpose: string, text: string): string {
    return createHmac('sha256', this.key(purpose)).update(text).digest('base64url');
  }

  /**
   * Whole numbers from 0 to 2⁵³, hidden under the key of `purpose`: the same for the same number, 126 bits as 21 base64url
   * characters. Each is one AES block, so that many cost hardly more than one.
   */
  keyedNumbers(purpose: string, numbers: readonly number[]): string[] {
    const blocks = Buffer.alloc(numbers.length * 16);
    numbers.forEach((number, index) => {
      blocks.writeUInt32BE(Math.floor(number / 2 ** 32), index * 16);
      blocks.writeUInt32BE(number % 2 ** 32, index * 16 + 4);
    });
    const cipher = createCipheriv('aes-256-ecb', this.key(purpose), null);
    const hidden = cipher.update(blocks);
    return numbers.map((_, index) => hidden.toString('base64url', index * 16, index * 16 + 16).slice(0, 21));
  }

  /** 256 random bits as 43 base64url characters. */
  newToken(): string {
    return randomBytes(32).toString('base64url');
  }

  /** What is stored instead of a token; tokens are random, so a plain SHA-256 is enough. */
  tokenHash(token: string): string {
    return createHash('sha256').update(token).digest('base64url');
  }
}
