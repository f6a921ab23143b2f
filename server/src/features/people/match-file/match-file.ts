import { statSync } from 'node:fs';
import { knownMunicipalities, Postcodes } from '../../campaigns/index.js';
import { addedUp, type Counted } from '../domain/matching/counting.js';
import type { PairList } from './candidate-pairs.js';
import { connectedRoots } from './connected-roots.js';
import { copiesIn } from './copies.js';
import { repeatedIds } from './repeated-ids.js';
import type { RowFault, RowProblem } from './list-part.js';
import { inReadableEncoding, type ListHeader, readListHeader } from './list-header.js';
import { rowAlignedParts } from './list-records.js';
import { type ListSource, withList } from './list-source.js';
import type { KeyList } from './key-list.js';
import { type Crew, crewHere, crewOfThreads } from './match-crew.js';
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
  /**
   * Tips that share a telephone, an e-mail address or a name with a place, a year or a municipality with so many that
   * they were compared with some of those only.
   */
  readonly crowded: number;
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

/** Always as many, whoever does them: so the pairs are told in the same order. A share beyond the last is empty. */
const resolveShares = 32;
/** Lists shorter than this are matched where they are. */
const worthThreads = 2 * 1024 * 1024;

/**
 * Matches a list of tips by itself, with the same rules as a campaign; no database, nothing stored but what is written.
 * @param membersHere shares the work among so many in this thread, whatever the length
 * @throws AppError validation_failed, unsupported_media_type
 */
export async function matchFile(
  given: ListSource,
  settings: MatchSettings,
  output: MatchOutput,
  membersHere?: number,
): Promise<MatchedFile> {
  const source = withList(given, (list) => inReadableEncoding(given, list));
  const header = withList(source, readListHeader);
  const size = 'path' in source ? statSync(source.path).size : source.bytes.length;
  const registers = { postcodes: [...new Postcodes().entries()], municipalities: knownMunicipalities };
  const isLong = membersHere === undefined && 'path' in source && size > worthThreads;
  const alone = isLong ? null : crewHere(registers, settings, membersHere);
  const crew = alone ?? crewOfThreads(registers, settings);
  try {
    return await new FileMatch(crew, source, header).run(output);
  } finally {
    await crew.dismiss();
  }
}

/** What the first half of the work brings. */
interface Found {
  readonly list: WholeList;
  /** Marked with 1: tips with the id of another. */
  readonly repeated: Uint8Array;
  readonly counted: Counted;
  readonly pairs: readonly PairList[];
  /** How many tips have a crowded identity key. */
  readonly crowded: number;
}

class FileMatch {
  constructor(
    private readonly crew: Crew,
    private readonly source: ListSource,
    private readonly header: ListHeader,
  ) {}

  async run(output: MatchOutput): Promise<MatchedFile> {
    return this.#judge(await this.#find(), output);
  }

  async #find(): Promise<Found> {
    const { crew } = this;
    const { list, keys } = await this.#read();
    const repeated = repeatedIds(list);
    const copies = copiesIn(list, repeated);
    await crew.all('take', () => [list.parts, repeated, copies]);
    const counted = addedUp(await crew.all('count', (member) => [member, crew.size]));
    const marks = new Uint8Array(new SharedArrayBuffer(list.count));
    const pairs = await crew.all('pairs', (member) => [keys, marks, member, crew.size]);
    const crowded = marks.reduce((sum, mark, tip) => sum + mark * (copies.times[tip] ?? 0), 0);
    return { list, repeated, counted, pairs, crowded };
  }

  async #judge(
    { list, repeated, counted, pairs, crowded }: Found,
    output: MatchOutput,
  ): Promise<MatchedFile> {
    const { crew } = this;
    await crew.all('weigh', () => [counted]);
    const edges = await crew.all('judge', (member) => [pairs, member, crew.size]);
    const belonging = everyoneAlone(list);
    const roots = connectedRoots(list.count, edges);
    await output.pairs('tip_id_a;tip_id_b;probability;decision;explanation\n');
    const told = { automatic: 0, review: 0 };
    const resolve = (round: number) =>
      crew.all('resolve', (member) => [edges, roots, belonging, round + member, resolveShares]);
    let next: ReturnType<typeof resolve> | null = resolve(0);
    for (let round = crew.size; next; round += crew.size) {
      const shares: Awaited<typeof next> = await next;
      // While one round is written, the next is worked on.
      next = round < resolveShares ? resolve(round) : null;
      for (const { pairs: pieces, automatic, review } of shares) {
        told.automatic += automatic;
        told.review += review;
        for (const piece of pieces) await output.pairs(piece);
      }
    }
    if (output.clusters) {
      await output.clusters('tip_id;person_id;household_id\n');
      const lines = await crew.all('clusters', (member) => [belonging, member, crew.size]);
      for (const piece of lines.flat()) await output.clusters(piece);
    }
    return {
      ...countGroups(repeated, belonging),
      ...faultsOf(list, repeated),
      tips: list.count - repeated.reduce((sum, one) => sum + one, 0),
      ...told,
      crowded,
      blankRows: list.parts.reduce((sum, { blankRows }) => sum + blankRows, 0),
    };
  }

  async #read(): Promise<{ list: WholeList; keys: readonly KeyList[] }> {
    const { crew } = this;
    const { delimiter, body } = this.header;
    const ranges = withList(this.source, (list) =>
      rowAlignedParts(list, body, delimiter.charCodeAt(0), crew.size),
    );
    const nothing = { start: body.end, end: body.end };
    const read = await crew.all('read', (member) => [this.source, ranges[member] ?? nothing, this.header]);
    return { list: new WholeList(read.map(({ part }) => part)), keys: read.map(({ keys }) => keys) };
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
