import { textHash } from '../names/text-hash.js';
import type { NameToken } from '../names/name-token.js';
import type { TipFeatures } from './features.js';

/**
 * A number for all that matching reads of a tip, 0 ≤ n < 2⁵³: two tips that say the same have the same, and are weighed
 * alike against every other. How a name was written on the form is left out; only the screens show it.
 */
export function fingerprintOf(tip: TipFeatures): number {
  const mixer = new Mixer();
  mixer.number((tip.kind === 'person' ? 1 : 0) + (tip.isCouple ? 2 : 0) + 4 * tip.partners);
  mixer.number(tip.birthYear ?? 0);
  mixer.text(tip.generation);
  mixer.text(tip.phone);
  mixer.text(tip.email);
  mixer.text(tip.street?.street ?? null);
  mixer.text(tip.street?.number ?? null);
  mixer.text(tip.street?.letter ?? null);
  mixer.text(tip.postcode);
  mixer.text(tip.country);
  mixer.text(tip.municipality);
  mixer.names(tip.given);
  mixer.names(tip.nicknames);
  mixer.names(tip.surnames);
  mixer.number(tip.places.length);
  for (const place of tip.places) mixer.text(place);
  for (const { given, surnames } of tip.members) {
    mixer.names(given);
    mixer.names(surnames);
  }
  return mixer.sum();
}

class Mixer {
  #one = 0x9e3779b9;
  #other = 0x7f4a7c15;

  number(value: number): void {
    this.#one = Math.imul(this.#one ^ value ^ (this.#one >>> 15), 0x85ebca6b) + 0x165667b1;
    this.#other = Math.imul(this.#other ^ value ^ (this.#other >>> 13), 0xc2b2ae35) + 0x27d4eb2f;
  }

  text(text: string | null): void {
    this.number(text === null ? 0 : textHash(text) | 0);
  }

  names(names: readonly NameToken[]): void {
    this.number(names.length);
    for (const { own } of names) this.number(own);
  }

  sum(): number {
    const one = Math.imul(this.#one ^ (this.#one >>> 16), 0x85ebca6b) ^ Math.imul(this.#other, 0xc2b2ae35);
    const other = Math.imul(this.#other ^ (this.#other >>> 16), 0x85ebca6b) ^ Math.imul(one, 0x9e3779b1);
    return 4294967296 * (2097151 & (other ^ (other >>> 11))) + ((one ^ (one >>> 13)) >>> 0);
  }
}
