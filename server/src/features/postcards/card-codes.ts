import { Injectable } from '@nestjs/common';
import { Secrets } from '../../platform/secrets.js';
import { makeCode, readCode } from './domain/card-code.js';

const purpose = 'postcard code';

/**
 * Codes of cards. A code is derived from the card's id under a key outside the database, so a batch can be printed
 * again with the same codes, while the database holds nothing but their hashes.
 */
@Injectable()
export class CardCodes {
  constructor(private readonly secrets: Secrets) {}

  codeOf(cardId: string): string {
    return makeCode(Buffer.from(this.secrets.keyedHash(purpose, cardId), 'base64url'));
  }

  hashOf(code: string): string {
    return this.secrets.tokenHash(code);
  }

  /** The hash to look a typed code up by; null when the text cannot be a code. */
  hashOfTyped(text: string): string | null {
    const code = readCode(text);
    return code === null ? null : this.hashOf(code);
  }
}
