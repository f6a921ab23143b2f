import type { FeatureTableReader } from './feature-table.js';
import type { ListPart } from './list-part.js';
import type { TipFeatures } from '../domain/matching/features.js';

/** The parts of a list as one: tips are numbered through, in the order they stand in. */
export class WholeList {
  readonly count: number;
  readonly #starts: number[] = [];
  readonly #firstRows: number[] = [];
  readonly #idBytes: (Buffer | null)[] = [];

  constructor(readonly parts: readonly ListPart[]) {
    // Row 1 is the header.
    let [count, row] = [0, 1];
    for (const part of parts) {
      this.#starts.push(count);
      this.#firstRows.push(row);
      this.#idBytes.push(part.ids && Buffer.from(part.ids.bytes.buffer));
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
    const [ids, bytes] = [this.parts[part]?.ids, this.#idBytes[part]];
    if (!ids || !bytes) return `rad ${this.rowOf(tip)}`;
    const index = tip - this.startOf(part);
    const start = index === 0 ? 0 : (ids.ends[index - 1] ?? 0);
    return bytes.toString('utf8', start, ids.ends[index]);
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
