import type { HouseholdLink } from '../domain/matching/household-link.js';
import type { Band, Edge } from '../domain/matching/judge-pair.js';
import { type SharedTexts, SharedTextsWriter } from './shared-texts.js';
import { GrowingFloats, GrowingIntegers } from './growing.js';

/** Pairs worth keeping, as numbers: whom they join, how sure, and what for. */
export interface EdgeList {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly bits: Float64Array;
  /** Place in {@link bands} and {@link householdLevels}: ten times the first, plus the second. */
  readonly kinds: Int32Array;
  /** Which of the texts tells what speaks for each; -1 where that has not been written down. */
  readonly reasons: Int32Array;
  readonly texts: SharedTexts;
}

/** An edge between two tips, by their numbers. */
export interface NumberedEdge {
  readonly a: number;
  readonly b: number;
  readonly bits: number;
  readonly band: Band;
  readonly household: HouseholdLink['level'];
  /** What speaks for it, in the list that it is from; null where that has not been written down. */
  readonly reasons: { readonly list: number; readonly text: number } | null;
}

export const untold = -1;

const bands: readonly Band[] = ['none', 'review', 'automatic'];
const householdLevels: readonly HouseholdLink['level'][] = ['none', 'apart', 'review', 'sure'];

export class EdgeWriter {
  readonly #a = new GrowingIntegers();
  readonly #b = new GrowingIntegers();
  readonly #bits = new GrowingFloats();
  readonly #kinds = new GrowingIntegers();
  readonly #reasons = new GrowingIntegers();
  readonly #texts = new SharedTextsWriter();

  /** Writes down what speaks for a pair. @returns its number, for {@link add} */
  tell(reasons: string): number {
    return this.#texts.add(reasons);
  }

  add(a: number, b: number, { bits, band, household }: Edge, reasons = untold): void {
    this.#a.push(a);
    this.#b.push(b);
    this.#bits.push(bits);
    this.#kinds.push(10 * bands.indexOf(band) + householdLevels.indexOf(household));
    this.#reasons.push(reasons);
  }

  shared(): EdgeList {
    return {
      a: this.#a.shared(),
      b: this.#b.shared(),
      bits: this.#bits.shared(),
      kinds: this.#kinds.shared(),
      reasons: this.#reasons.shared(),
      texts: this.#texts.shared(),
    };
  }
}

/** The edge at a place in one of the lists. */
export function edgeAt(lists: readonly EdgeList[], number: number, index: number): NumberedEdge {
  const list = lists[number];
  if (!list) throw new Error(`No list ${number}`);
  const kind = list.kinds[index] ?? 0;
  const text = list.reasons[index] ?? untold;
  return {
    a: list.a[index] ?? 0,
    b: list.b[index] ?? 0,
    bits: list.bits[index] ?? 0,
    band: bands[Math.floor(kind / 10)] ?? 'none',
    household: householdLevels[kind % 10] ?? 'none',
    reasons: text === untold ? null : { list: number, text },
  };
}
