import { bearerOf } from '../domain/matching/counting.js';
import { makeFeatures } from '../domain/matching/features.js';
import { fingerprintOf } from '../domain/matching/fingerprint.js';
import { blockingKeys } from '../domain/matching/keys.js';
import { FeatureTableWriter, type FeatureTable } from './feature-table.js';
import { GrowingFloats, GrowingIntegers } from './growing.js';
import type { KeyList } from './key-list.js';
import type { ListHeader } from './list-header.js';
import type { ByteRange } from './list-records.js';
import type { ListKnowledge } from './list-knowledge.js';
import { type ListRow, readListRows } from './list-rows.js';
import type { OpenList } from './list-source.js';
import { type SharedTexts, SharedTextsWriter } from './shared-texts.js';
import { TipRows } from './tip-row.js';

/** What is wrong with a row; the rest of the list is read all the same. */
export type RowProblem = 'endless' | 'not_text' | 'width' | 'no_name' | 'no_id' | 'other_encoding';

export interface RowFault {
  /** Counted from one within the part. */
  readonly row: number;
  readonly problem: RowProblem;
}

/** One part of a list, read and made comparable; everything large in it can be shared among threads. */
export interface ListPart {
  readonly rows: number;
  readonly blankRows: number;
  readonly features: FeatureTable;
  /** Who each tip names, as far as counting tells people apart. */
  readonly bearers: Float64Array;
  /** A number for what each tip says. */
  readonly contents: Float64Array;
  /** Row of each tip, counted from one within the part. */
  readonly rowOf: Int32Array;
  /** The tips' own ids; null where the list has none. */
  readonly ids: SharedTexts | null;
  /** The first {@link mostFaultsKept} of them. */
  readonly faults: readonly RowFault[];
  readonly faultCount: number;
}

/** A part with the keys of its tips, numbered within it; they are large, and needed but once. */
export interface ReadPart {
  readonly part: ListPart;
  readonly keys: KeyList;
}

const mostFaultsKept = 1_000;

export function readListPart(
  list: OpenList,
  range: ByteRange,
  header: ListHeader,
  knowledge: ListKnowledge,
): ReadPart {
  const part = new PartWriter(header, knowledge);
  const { rows, blank } = readListRows(list, range, header, (row) => part.take(row));
  return { part: part.end(rows, blank), keys: part.keys() };
}

class PartWriter {
  readonly #tipRows: TipRows;
  readonly #table = new FeatureTableWriter();
  readonly #bearers = new GrowingFloats();
  readonly #contents = new GrowingFloats();
  readonly #rowOf = new GrowingIntegers();
  readonly #ids = new SharedTextsWriter();
  readonly #low = new GrowingIntegers();
  readonly #high = new GrowingIntegers();
  readonly #holders = new GrowingIntegers();
  readonly #faults: RowFault[] = [];
  #faultCount = 0;

  constructor(
    private readonly header: ListHeader,
    private readonly knowledge: ListKnowledge,
  ) {
    this.#tipRows = new TipRows(header.columns, knowledge.municipalities);
  }

  take(row: ListRow): void {
    if (!row.ok) return this.#fault(row.row, row.problem);
    const { columns } = this.header;
    const isTooWide =
      row.cells.length > columns.length && row.cells.slice(columns.length).some((cell) => cell.trim());
    if (isTooWide || row.cells.length < columns.length) return this.#fault(row.row, 'width');
    if (row.isOtherEncoding) this.#fault(row.row, 'other_encoding');
    const tip = this.#tipRows.read(row.cells);
    if (this.#tipRows.hasIds && tip.id === '') return this.#fault(row.row, 'no_id');
    const features = makeFeatures(tip, this.knowledge);
    const hasName = features.given.length > 0 || features.surnames.length > 0;
    if (!hasName && tip.email === null && tip.phone === null) return this.#fault(row.row, 'no_name');
    const index = this.#rowOf.length;
    this.#table.add(features);
    this.#bearers.push(bearerOf(features));
    this.#contents.push(fingerprintOf(features));
    this.#rowOf.push(row.row);
    this.#ids.add(tip.id);
    for (const key of blockingKeys(features)) {
      this.#low.push(key | 0);
      this.#high.push(Math.floor(key / 4294967296));
      this.#holders.push(index);
    }
  }

  end(rows: number, blankRows: number): ListPart {
    return {
      rows,
      blankRows,
      features: this.#table.table(),
      bearers: this.#bearers.shared(),
      contents: this.#contents.shared(),
      rowOf: this.#rowOf.shared(),
      ids: this.#tipRows.hasIds ? this.#ids.shared() : null,
      faults: this.#faults,
      faultCount: this.#faultCount,
    };
  }

  keys(): KeyList {
    return { low: this.#low.shared(), high: this.#high.shared(), tips: this.#holders.shared() };
  }

  #fault(row: number, problem: RowProblem): void {
    this.#faultCount += 1;
    if (this.#faults.length < mostFaultsKept) this.#faults.push({ row, problem });
  }
}
