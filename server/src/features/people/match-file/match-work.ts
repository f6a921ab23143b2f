import type { Edge, Rules } from '../domain/matching/judge-pair.js';
import { type JudgedPair, judgePair } from '../domain/matching/judge-pair.js';
import { type Counted, Counting, countedLists } from '../domain/matching/counting.js';
import type { TipFeatures } from '../domain/matching/features.js';
import type { MatchModel } from '../domain/matching/model.js';
import { countedPopulation } from '../domain/matching/population.js';
import { divide, type Division } from '../domain/matching/resolve.js';
import { probabilityOf } from '../domain/matching/score.js';
import { withoutSharedContacts } from '../domain/matching/shared-contacts.js';
import type { Copies } from './copies.js';
import type { KeyList } from './key-list.js';
import { type PairList, pairsOfKeys, partnersOf } from './candidate-pairs.js';
import { type EdgeList, EdgeWriter, type NumberedEdge, untold } from './edge-list.js';
import { FeatureTableReader } from './feature-table-reader.js';
import { csvCell, LinePieces } from './line-pieces.js';
import type { ListKnowledge } from './list-knowledge.js';
import type { ListHeader } from './list-header.js';
import { type ListPart, type ReadPart, readListPart } from './list-part.js';
import type { ByteRange } from './list-records.js';
import { type ListSource, withList } from './list-source.js';
import { type Explanation, PairWriter, reasonsFor, type ResolvedShare, type Told } from './pair-writer.js';
import { partsOfShare } from './parts-of-share.js';
import { SharedTextsReader } from './shared-texts.js';
import { StandIns, withoutCopies } from './stand-ins.js';
import { WholeList } from './whole-list.js';

export interface MatchSettings {
  readonly model: MatchModel;
  /** Probability from which tips are joined without asking. */
  readonly automaticFrom: number;
  /** Every field in the explanation, or the three that weigh most. */
  readonly explanation: Explanation;
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
  #copies: Copies = { firstOf: new Int32Array(), times: new Int32Array() };

  constructor(
    private readonly knowledge: ListKnowledge,
    private readonly settings: MatchSettings,
  ) {}

  read(source: ListSource, range: ByteRange, header: ListHeader): ReadPart {
    return withList(source, (list) => readListPart(list, range, header, this.knowledge));
  }

  /** @param left tips that are left out, since another has their id */
  take(parts: readonly ListPart[], left: Uint8Array, copies: Copies): void {
    this.#list = new WholeList(parts);
    this.#left = left;
    this.#copies = copies;
  }

  /** Counts how common names and places are, in a share of the tips and of those who bear the names. */
  count(share: number, shares: number): Counted {
    const counting = new Counting();
    for (const [number, { features, bearers }] of this.#list.parts.entries()) {
      const reader = new FeatureTableReader(features, this.knowledge.lists);
      const start = this.#list.startOf(number);
      for (let index = 0; index < features.count; index += 1) {
        if (this.#left[start + index] === 1) continue;
        const bearer = bearers[index] ?? 0;
        if (index % shares === share) counting.addPlaces(reader.readPlaces(index));
        if (bearer % shares === share) counting.addNames(bearer, reader.readNames(index));
      }
    }
    return counting.counted();
  }

  /** @param counted in all shares together: what agreeing on something so common is worth */
  weigh(counted: Counted): void {
    const lists = countedLists(this.knowledge.lists, counted);
    this.#readers = this.#list.parts.map((part) => new FeatureTableReader(part.features, lists));
    const population = countedPopulation(counted, (key) => this.knowledge.places.shareOf(key));
    this.#rules = { model: this.settings.model, automaticFrom: this.settings.automaticFrom, population };
  }

  /**
   * @param keys of each part of the list
   * @param crowded shared among threads: tips with a crowded identity key are marked
   */
  pairs(keys: readonly KeyList[], crowded: Uint8Array, share: number, shares: number): PairList {
    return pairsOfKeys(this.#list, keys, { times: this.#copies.times, crowded }, { share, shares });
  }

  /** Judges the pairs that the shares of the keys have brought, of one tip in so many as there are shares. */
  judge(found: readonly PairList[], share: number, shares: number): EdgeList {
    const edges = new EdgeWriter();
    const standing = new StandIns(this.#copies, (tip) => this.#judged(tip, tip));
    for (let tip = share; tip < this.#list.count; tip += shares) {
      standing.addCopies(tip, edges);
      const partners = partnersOf(tip, found);
      if (partners.length === 0) continue;
      const features = this.#nameless(tip);
      for (const partner of partners) {
        const other = this.#nameless(partner);
        const edge = judgePair(features, other, this.#ruled());
        if (!edge) continue;
        const reasons =
          edge.band === 'automatic'
            ? edges.tell(this.#reasons([tip, features], [partner, other], edge))
            : untold;
        standing.add(tip, partner, edge, edges, reasons);
      }
    }
    return edges.shared();
  }

  #judged(tip: number, other: number): Edge | null {
    return judgePair(this.#nameless(tip), this.#nameless(other), this.#ruled());
  }

  /** What speaks for a pair, told while what it rests on is at hand; the one whose id comes first in order stands first. */
  #reasons(
    [one, features]: readonly [number, TipFeatures],
    [other, others]: readonly [number, TipFeatures],
    edge: JudgedPair,
  ): string {
    const [a, b] = this.#list.idOf(one) < this.#list.idOf(other) ? [features, others] : [others, features];
    return reasonsFor(a, b, edge, this.settings.explanation);
  }

  /** Divides the tips whose part of the graph falls to this share into persons and households, and tells the pairs. */
  resolve(
    edgeLists: readonly EdgeList[],
    partOf: Int32Array,
    { personOf, householdOf }: Belonging,
    share: number,
    shares: number,
  ): ResolvedShare {
    const out = new PairWriter(this.settings.explanation, this.#ruled());
    const texts = edgeLists.map((list) => new SharedTextsReader(list.texts));
    const toldOf = ({ bits, reasons }: NumberedEdge): Told | null =>
      reasons && {
        probability: probabilityOf(bits),
        explanation: texts[reasons.list]?.at(reasons.text) ?? '',
      };
    for (const joined of partsOfShare(edgeLists, partOf, share, shares)) {
      if (this.#joinTwo(joined, { personOf, householdOf }, out, toldOf)) continue;
      const { rest, copiesOf } = withoutCopies(joined, this.#copies.firstOf);
      const byNumber = this.#tipsOf(rest, copiesOf);
      const edges = rest.map((edge) => this.#edge(edge, byNumber));
      const features = [...byNumber.values()];
      const numberOf = new Map([...byNumber].map(([number, { tipId }]) => [tipId, number]));
      const times = new Map(
        [...copiesOf].map(([first, copies]) => [byNumber.get(first)?.tipId ?? '', 1 + copies.length]),
      );
      const given = { tips: features, edges, decisions: [], times };
      const component = withoutSharedContacts(given, this.#ruled());
      const told = new Map(rest.map((edge, index) => [edges[index], edge]));
      const byPair = new Map(component.edges.map((edge) => [`${edge.a}|${edge.b}`, told.get(edge)]));
      const division = divide(component, this.#ruled());
      const numbersOf = (id: string) => {
        const number = numberOf.get(id) ?? 0;
        return [number, ...(copiesOf.get(number) ?? [])];
      };
      mark(division.persons, numbersOf, personOf);
      mark(division.households, numbersOf, householdOf);
      out.add({
        component,
        division,
        idsOf: (id) => {
          const [, ...copies] = numbersOf(id);
          return [id, ...copies.map((copy) => this.#list.idOf(copy))];
        },
        toldOf: (a, b) => {
          const edge = byPair.get(`${a}|${b}`);
          return edge ? toldOf(edge) : null;
        },
      });
    }
    return out.end();
  }

  /** Most parts are two tips that one edge joins unasked: nothing there is to be weighed. @returns whether this is one */
  #joinTwo(
    edges: readonly NumberedEdge[],
    { personOf, householdOf }: Belonging,
    out: PairWriter,
    toldOf: (edge: NumberedEdge) => Told | null,
  ): boolean {
    const [edge] = edges;
    if (!edge || edges.length > 1 || edge.band !== 'automatic' || edge.bits <= 0) return false;
    const told = toldOf(edge);
    if (!told) return false;
    const { a, b } = edge;
    personOf[b] = a;
    householdOf[b] = a;
    out.addTwo(this.#list.idOf(a), this.#list.idOf(b), told);
    return true;
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

  #ruled(): Rules {
    if (!this.#rules) throw new Error('The list has not been taken');
    return this.#rules;
  }

  /** Without its id, which judging does not need. */
  #nameless(tip: number): TipFeatures {
    return this.#list.featuresOf(tip, this.#readers, '');
  }

  /** The tips that edges join, by number, in the order they stand in. */
  #tipsOf(
    edges: readonly NumberedEdge[],
    copiesOf: ReadonlyMap<number, readonly number[]>,
  ): Map<number, TipFeatures> {
    const tips = new Set<number>(copiesOf.keys());
    for (const { a, b } of edges) tips.add(a).add(b);
    const featuresOf = (tip: number) => this.#list.featuresOf(tip, this.#readers, this.#list.idOf(tip));
    return new Map([...tips].sort((one, other) => one - other).map((tip) => [tip, featuresOf(tip)]));
  }

  #edge(found: NumberedEdge, tips: ReadonlyMap<number, TipFeatures>): Edge {
    const [one, other] = [tips.get(found.a)?.tipId ?? '', tips.get(found.b)?.tipId ?? ''];
    return {
      a: one < other ? one : other,
      b: one < other ? other : one,
      bits: found.bits,
      probability: probabilityOf(found.bits),
      band: found.band,
      household: found.household,
      modelVersion: this.settings.model.version,
    };
  }
}

/** Names each group after its first tip. */
function mark(
  groups: Division['persons'],
  numbersOf: (id: string) => readonly number[],
  into: Int32Array,
): void {
  for (const group of groups) {
    const numbers = group.flatMap(numbersOf);
    const first = numbers.reduce((least, number) => Math.min(least, number));
    for (const number of numbers) into[number] = first;
  }
}
