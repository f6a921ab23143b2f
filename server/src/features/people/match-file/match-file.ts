import { statSync } from 'node:fs';
import { knownMunicipalities, Postcodes } from '../../campaigns/index.js';
import { connectedRoots } from './connected-roots.js';
import { repeatedIds } from './repeated-ids.js';
import type { RowFault, RowProblem } from './list-part.js';
import { inReadableEncoding, type ListHeader, readListHeader } from './list-header.js';
import { rowAlignedParts } from './list-records.js';
import { type ListSource, withList } from './list-source.js';
import type { KeyList } from './key-list.js';
import { type Crew, crewOfOne, crewOfThreads } from './match-crew.js';
import type { Belonging, MatchSettings } from './match-work.js';
import { WholeList } from './whole-list.js';

export interface MatchedFile {
  readonly tips: number;
  readonly persons: number;
  readonly households: number;
  /** Pairs joined without asking, directly or through other tips. */
  readonly automatic: number;
  /** Pairs a human should look at. */
  readonly review: number;
  readonly blankRows: number;
  readonly faultCount: number;
  /** The first of them, in the order of the list. */
  readonly faults: readonly FileFault[];
}

export interface FileFault {
  /** Counted from 2: the header is row 1. */
  readonly row: number;
  readonly problem: RowProblem | 'repeated_id';
}

/** Takes a piece of CSV text in UTF-8. */
export type CsvSink = (piece: string | Uint8Array) => Promise<void>;

/** Where the result goes, piece by piece with its header first, once all of it is known. */
export interface MatchOutput {
  /** `tip_id_a;tip_id_b;probability;decision;explanation` */
  readonly pairs: CsvSink;
  /** `tip_id;person_id;household_id` */
  readonly clusters?: CsvSink;
}

/** Lists shorter than this are matched where they are. */
const worthThreads = 2 * 1024 * 1024;

/**
 * Matches a list of tips by itself, with the same rules as a campaign; no database, nothing stored but what is written.
 * @throws AppError validation_failed, unsupported_media_type
 */
export async function matchFile(
  given: ListSource,
  settings: MatchSettings,
  output: MatchOutput,
): Promise<MatchedFile> {
  const source = withList(given, (list) => inReadableEncoding(given, list));
  const header = withList(source, readListHeader);
  const size = 'path' in source ? statSync(source.path).size : source.bytes.length;
  const registers = { postcodes: [...new Postcodes().entries()], municipalities: knownMunicipalities };
  const isLong = 'path' in source && size > worthThreads;
  const crew = isLong ? crewOfThreads(registers, settings) : crewOfOne(registers, settings);
  try {
    return await new FileMatch(crew, source, header, output).run();
  } finally {
    await crew.dismiss();
  }
}

class FileMatch {
  /** Of each part of the list, until the pairs are found. */
  #keys: readonly KeyList[] = [];

  constructor(
    private readonly crew: Crew,
    private readonly source: ListSource,
    private readonly header: ListHeader,
    private readonly output: MatchOutput,
  ) {}

  async run(): Promise<MatchedFile> {
    const { size } = this.crew;
    const list = await this.#read();
    const repeated = repeatedIds(list);
    await this.crew.all('take', () => [list.parts, repeated]);
    const pairs = await this.crew.all('pairs', (member) => [this.#keys, member, size]);
    this.#keys = [];
    const edges = await this.crew.all('judge', (member) => [pairs, member, size]);
    const belonging = everyoneAlone(list);
    const roots = connectedRoots(list.count, edges);
    const shares = await this.crew.all('resolve', (member) => [edges, roots, belonging, member, size]);
    await this.output.pairs('tip_id_a;tip_id_b;probability;decision;explanation\n');
    for (const piece of shares.flatMap(({ pairs: pieces }) => pieces)) await this.output.pairs(piece);
    if (this.output.clusters) await this.#writeClusters(this.output.clusters, belonging);
    const counts = { ...countGroups(repeated, belonging), ...faultsOf(list, repeated) };
    return {
      ...counts,
      tips: list.count - repeated.reduce((sum, one) => sum + one, 0),
      automatic: shares.reduce((sum, { automatic }) => sum + automatic, 0),
      review: shares.reduce((sum, { review }) => sum + review, 0),
      blankRows: list.parts.reduce((sum, { blankRows }) => sum + blankRows, 0),
    };
  }

  async #writeClusters(tell: CsvSink, belonging: Belonging): Promise<void> {
    const shares = await this.crew.all('clusters', (member) => [belonging, member, this.crew.size]);
    await tell('tip_id;person_id;household_id\n');
    for (const piece of shares.flat()) await tell(piece);
  }

  async #read(): Promise<WholeList> {
    const { delimiter, body } = this.header;
    const ranges = withList(this.source, (list) =>
      rowAlignedParts(list, body, delimiter.charCodeAt(0), this.crew.size),
    );
    const nothing = { start: body.end, end: body.end };
    const read = await this.crew.all('read', (member) => [
      this.source,
      ranges[member] ?? nothing,
      this.header,
    ]);
    this.#keys = read.map(({ keys }) => keys);
    return new WholeList(read.map(({ part }) => part));
  }
}

/** Until something joins them, every tip is a person and a household of its own; a family is no person. */
function everyoneAlone(list: WholeList): Belonging {
  const numbers = () => Int32Array.from({ length: list.count }, (_, tip) => tip);
  const shared = (values: Int32Array) => {
    const copy = new Int32Array(new SharedArrayBuffer(values.byteLength));
    copy.set(values);
    return copy;
  };
  const personOf = numbers();
  for (const [number, { features }] of list.parts.entries()) {
    for (let index = 0; index < features.count; index += 1) {
      const isPerson = ((features.numbers[features.starts[index] ?? 0] ?? 0) & 1) === 1;
      if (!isPerson) personOf[list.startOf(number) + index] = -1;
    }
  }
  return { personOf: shared(personOf), householdOf: shared(numbers()) };
}

function countGroups(
  left: Uint8Array,
  { personOf, householdOf }: Belonging,
): { persons: number; households: number } {
  const named = (groupOf: Int32Array) =>
    groupOf.reduce((sum, group, tip) => sum + (group === tip && left[tip] !== 1 ? 1 : 0), 0);
  return { persons: named(personOf), households: named(householdOf) };
}

const mostFaultsTold = 1_000;

function faultsOf(list: WholeList, repeated: Uint8Array): Pick<MatchedFile, 'faults' | 'faultCount'> {
  const ofParts = list.parts.flatMap((part, number) =>
    part.faults.map(({ row, problem }: RowFault): FileFault => ({ row: list.rowIn(number, row), problem })),
  );
  const ofIds: FileFault[] = [];
  let count = list.parts.reduce((sum, { faultCount }) => sum + faultCount, 0);
  for (const [tip, isRepeated] of repeated.entries()) {
    if (isRepeated !== 1) continue;
    count += 1;
    if (ofIds.length < mostFaultsTold) ofIds.push({ row: list.rowOf(tip), problem: 'repeated_id' });
  }
  const faults = [...ofParts, ...ofIds].sort((one, other) => one.row - other.row);
  return { faults: faults.slice(0, mostFaultsTold), faultCount: count };
}
