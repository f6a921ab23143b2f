import type { Edge, Rules } from '../domain/matching/judge-pair.js';
import { judgePair } from '../domain/matching/judge-pair.js';
import { Counting, countedLists } from '../domain/matching/counting.js';
import type { TipFeatures } from '../domain/matching/features.js';
import { explainScore, explanationText } from '../domain/matching/explain.js';
import type { MatchModel } from '../domain/matching/model.js';
import { countedPopulation } from '../domain/matching/population.js';
import { divide, type Division } from '../domain/matching/resolve.js';
import { probabilityOf, scorePair } from '../domain/matching/score.js';
import type { KeyList } from './key-list.js';
import { firstOf, pairsOfKeys, secondOf, withoutRepeats } from './candidate-pairs.js';
import { bands, type EdgeList, householdLevels } from './edge-list.js';
import { FeatureTableReader } from './feature-table.js';
import { GrowingFloats, GrowingIntegers } from './growing.js';
import { csvCell, LinePieces } from './line-pieces.js';
import type { ListKnowledge } from './list-knowledge.js';
import type { ListHeader } from './list-header.js';
import { type ListPart, type ReadPart, readListPart } from './list-part.js';
import type { ByteRange } from './list-records.js';
import { type ListSource, withList } from './list-source.js';
import { type NumberedEdge, partsOfShare } from './parts-of-share.js';
import { WholeList } from './whole-list.js';

export interface MatchSettings {
  readonly model: MatchModel;
  /** Probability from which tips are joined without asking. */
  readonly automaticFrom: number;
  /** Every field in the explanation, or the three that weigh most. */
  readonly explanation: 'full' | 'short';
}

/** What is written for a share of the tips. */
export interface ResolvedShare {
  /** Lines of the file of pairs, in pieces. */
  readonly pairs: readonly Uint8Array[];
  readonly automatic: number;
  readonly review: number;
}

/** Who belongs together: for each tip, the tip that gives its group the name. Shared among threads. */
export interface Belonging {
  /** -1 where a family is named without a given name. */
  readonly personOf: Int32Array;
  readonly householdOf: Int32Array;
}

/**
 * The work on a list of tips, in steps that several threads can share: each takes its share of the bytes, the keys, the
 * pairs and at last the groups. One worker doing all shares gives the same result.
 */
export class MatchWork {
  #list = new WholeList([]);
  #readers: FeatureTableReader[] = [];
  #rules: Rules | null = null;
  #left: Uint8Array = new Uint8Array();

  constructor(
    private readonly knowledge: ListKnowledge,
    private readonly settings: MatchSettings,
  ) {}

  read(source: ListSource, range: ByteRange, header: ListHeader): ReadPart {
    return withList(source, (list) => readListPart(list, range, header, this.knowledge));
  }

  /** @param left tips that are left out, since another has their id */
  take(parts: readonly ListPart[], left: Uint8Array): void {
    this.#list = new WholeList(parts);
    this.#left = left;
    const counted = this.#count();
    const lists = countedLists(this.knowledge.lists, counted);
    this.#readers = parts.map((part) => new FeatureTableReader(part.features, lists));
    const population = countedPopulation(counted, (key) => this.knowledge.places.shareOf(key));
    this.#rules = { model: this.settings.model, automaticFrom: this.settings.automaticFrom, population };
  }

  /** @param keys of each part of the list */
  pairs(keys: readonly KeyList[], share: number, shares: number): Float64Array {
    return pairsOfKeys(this.#list, keys, this.#left, { share, shares });
  }

  /** Judges a share of the pairs that the shares of the keys have brought. */
  judge(found: readonly Float64Array[], share: number, shares: number): EdgeList {
    const own = new GrowingFloats();
    for (const pairs of found) for (const pair of pairs) if (firstOf(pair) % shares === share) own.push(pair);
    const edges = new EdgeWriter();
    let [first, features] = [-1, null as TipFeatures | null];
    for (const pair of withoutRepeats(own.shared())) {
      if (firstOf(pair) !== first || features === null) {
        first = firstOf(pair);
        features = this.#nameless(first);
      }
      const second = secondOf(pair);
      const edge = judgePair(features, this.#nameless(second), this.#ruled());
      if (edge) edges.add(first, second, edge);
    }
    return edges.shared();
  }

  /** Divides the tips whose part of the graph falls to this share into persons and households, and tells the pairs. */
  resolve(
    edgeLists: readonly EdgeList[],
    partOf: Int32Array,
    { personOf, householdOf }: Belonging,
    share: number,
    shares: number,
  ): ResolvedShare {
    const out = new PairWriter(this.settings, this.#ruled());
    for (const joined of partsOfShare(edgeLists, partOf, share, shares)) {
      const byNumber = this.#tipsOf(joined);
      const edges = joined.map((edge) => this.#edge(edge, byNumber));
      const features = [...byNumber.values()];
      const numberOf = new Map([...byNumber].map(([number, { tipId }]) => [tipId, number]));
      const division = divide({ tips: features, edges, decisions: [] }, this.#ruled());
      mark(division.persons, numberOf, personOf);
      mark(division.households, numberOf, householdOf);
      out.add(features, edges, division);
    }
    return out.end();
  }

  /** Tells where each tip of a share of the list belongs. */
  clusters({ personOf, householdOf }: Belonging, share: number, shares: number): readonly Uint8Array[] {
    const lines = new LinePieces();
    const idOf = (tip: number) => (tip === -1 ? '' : csvCell(this.#list.idOf(tip)));
    const [start, end] = [share, share + 1].map((part) => Math.floor((this.#list.count * part) / shares));
    for (let tip = start ?? 0; tip < (end ?? 0); tip += 1) {
      if (this.#left[tip] === 1) continue;
      const own = idOf(tip);
      const [person, household] = [personOf[tip] ?? -1, householdOf[tip] ?? tip];
      lines.add(
        `${own};${person === tip ? own : idOf(person)};${household === tip ? own : idOf(household)}\n`,
      );
    }
    return lines.all();
  }

  #count(): Counting {
    const counted = new Counting();
    for (const [number, { features }] of this.#list.parts.entries()) {
      const reader = new FeatureTableReader(features, this.knowledge.lists);
      const start = this.#list.startOf(number);
      for (let index = 0; index < features.count; index += 1) {
        if (this.#left[start + index] !== 1) counted.add(reader.readNames(index));
      }
    }
    return counted;
  }

  #ruled(): Rules {
    if (!this.#rules) throw new Error('The list has not been taken');
    return this.#rules;
  }

  /** Without its id, which judging does not need. */
  #nameless(tip: number): TipFeatures {
    return this.#list.featuresOf(tip, this.#readers, '');
  }

  /** The tips that edges join, by number, in the order they stand in. */
  #tipsOf(edges: readonly NumberedEdge[]): Map<number, TipFeatures> {
    const tips = new Set<number>();
    for (const { a, b } of edges) tips.add(a).add(b);
    const featuresOf = (tip: number) => this.#list.featuresOf(tip, this.#readers, this.#list.idOf(tip));
    return new Map([...tips].sort((one, other) => one - other).map((tip) => [tip, featuresOf(tip)]));
  }

  #edge({ a, b, bits, kind }: NumberedEdge, tips: ReadonlyMap<number, TipFeatures>): Edge {
    const [one, other] = [tips.get(a)?.tipId ?? '', tips.get(b)?.tipId ?? ''];
    return {
      a: one < other ? one : other,
      b: one < other ? other : one,
      bits,
      probability: probabilityOf(bits),
      band: bands[Math.floor(kind / 10)] ?? 'none',
      household: householdLevels[kind % 10] ?? 'none',
      modelVersion: this.settings.model.version,
    };
  }
}

class EdgeWriter {
  readonly #a = new GrowingIntegers();
  readonly #b = new GrowingIntegers();
  readonly #bits = new GrowingFloats();
  readonly #kinds = new GrowingIntegers();

  add(a: number, b: number, edge: Edge): void {
    this.#a.push(a);
    this.#b.push(b);
    this.#bits.push(edge.bits);
    this.#kinds.push(10 * bands.indexOf(edge.band) + householdLevels.indexOf(edge.household));
  }

  shared(): EdgeList {
    return {
      a: this.#a.shared(),
      b: this.#b.shared(),
      bits: this.#bits.shared(),
      kinds: this.#kinds.shared(),
    };
  }
}

/** Names each group after its first tip. */
function mark(groups: Division['persons'], numberOf: ReadonlyMap<string, number>, into: Int32Array): void {
  for (const group of groups) {
    const numbers = group.map((id) => numberOf.get(id) ?? 0);
    const first = Math.min(...numbers);
    for (const number of numbers) into[number] = first;
  }
}

const mostReasons = 3;

class PairWriter {
  readonly #lines = new LinePieces();
  #automatic = 0;
  #review = 0;

  constructor(
    private readonly settings: MatchSettings,
    private readonly rules: Rules,
  ) {}

  add(tips: readonly TipFeatures[], edges: readonly Edge[], { persons }: Division): void {
    const features = new Map(tips.map((tip) => [tip.tipId, tip]));
    const groupOf = new Map(persons.flatMap((group) => group.map((tip) => [tip, group[0]] as const)));
    for (const group of persons) {
      for (const [index, a] of group.entries()) {
        for (const b of group.slice(index + 1)) this.#write(features.get(a), features.get(b), 'auto');
      }
    }
    for (const { a, b, band } of edges) {
      if (band !== 'none' && groupOf.get(a) !== groupOf.get(b))
        this.#write(features.get(a), features.get(b), 'review');
    }
  }

  end(): ResolvedShare {
    return { pairs: this.#lines.all(), automatic: this.#automatic, review: this.#review };
  }

  #write(a: TipFeatures | undefined, b: TipFeatures | undefined, decision: 'auto' | 'review'): void {
    if (!a || !b) return;
    if (decision === 'auto') this.#automatic += 1;
    else this.#review += 1;
    const score = scorePair(a, b, this.rules);
    const reasons = explainScore(
      a,
      b,
      score,
      'nb',
      this.settings.explanation === 'full' ? undefined : mostReasons,
    );
    const cells = [a.tipId, b.tipId, score.probability.toFixed(4), decision, explanationText(reasons)];
    this.#lines.add(`${cells.map(csvCell).join(';')}\n`);
  }
}
