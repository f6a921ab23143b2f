import type { FeatureTableReader } from './feature-table-reader.js';
import type { ListPart } from './list-part.js';
import { SharedTextsReader } from './shared-texts.js';
import type { TipFeatures } from '../domain/matching/features.js';

/** The parts of a list as one: tips are numbered through, in the order they stand in. */
export class WholeList {
  readonly count: number;
  readonly #starts: number[] = [];
  readonly #firstRows: number[] = [];
  readonly #ids: (SharedTextsReader | null)[] = [];

  constructor(readonly parts: readonly ListPart[]) {
    // Row 1 is the header.
    let [count, row] = [0, 1];
    for (const part of parts) {
      this.#starts.push(count);
      this.#firstRows.push(row);
      this.#ids.push(part.ids && new SharedTextsReader(part.ids));
      count += part.features.count;
      row += part.rows;
    }
    this.count = count;
  }

  startOf(part: number): number {
    return this.#starts[part] ?? 0;
  }

  /** The row a tip stands in, as a spreadsheet numbers it. */
  rowOf(tip: number): number {
    const part = this.#partOf(tip);
    return (this.#firstRows[part] ?? 0) + (this.parts[part]?.rowOf[tip - this.startOf(part)] ?? 0);
  }

  rowIn(part: number, row: number): number {
    return (this.#firstRows[part] ?? 0) + row;
  }

  /** The id of a tip; where the list has none, its row stands for it. */
  idOf(tip: number): string {
    const part = this.#partOf(tip);
    return this.#ids[part]?.at(tip - this.startOf(part)) ?? `rad ${this.rowOf(tip)}`;
  }

  /** Equal for two tips that say the same. */
  contentOf(tip: number): number {
    const part = this.#partOf(tip);
    return this.parts[part]?.contents[tip - this.startOf(part)] ?? 0;
  }

  featuresOf(tip: number, readers: readonly FeatureTableReader[], tipId: string): TipFeatures {
    const part = this.#partOf(tip);
    const reader = readers[part];
    if (!reader) throw new Error(`No tip ${tip}`);
    return reader.read(tip - this.startOf(part), tipId);
  }

  #partOf(tip: number): number {
    let part = 0;
    while (part + 1 < this.#starts.length && tip >= (this.#starts[part + 1] ?? 0)) part += 1;
    return part;
  }
}
