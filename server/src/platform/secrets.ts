import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
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

  /** 256 random bits as 43 base64url characters. */
  newToken(): string {
    return randomBytes(32).toString('base64url');
  }

  /** What is stored instead of a token; tokens are random, so a plain SHA-256 is enough. */
  tokenHash(token: string): string {
    return createHash('sha256').update(token).digest('base64url');
  }
}
