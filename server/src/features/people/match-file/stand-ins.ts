import { mostHubs } from '../domain/matching/crowd.js';
import type { Edge } from '../domain/matching/judge-pair.js';
import { mostHolders } from '../domain/matching/keys.js';
import type { Copies } from './copies.js';
import { type EdgeWriter, type NumberedEdge, untold } from './edge-list.js';

/**
 * Tips that say the same, judged once. Where saying the same makes them one person, the first stands for all of them and
 * the others hang on it alone; where it does not, what is said of the first is said of each.
 */
export class StandIns {
  readonly #copiesOf = new Map<number, number[]>();
  readonly #selfOf = new Map<number, Edge | null>();

  /** @param judgeSelf what a tip makes with another that says the same */
  constructor(
    { firstOf, times }: Copies,
    private readonly judgeSelf: (tip: number) => Edge | null,
  ) {
    for (let tip = 0; tip < firstOf.length; tip += 1) {
      const first = firstOf[tip] ?? tip;
      if (first === tip || (times[first] ?? 0) < 2) continue;
      const copies = this.#copiesOf.get(first);
      if (copies) copies.push(tip);
      else this.#copiesOf.set(first, [tip]);
    }
  }

  /** The edges among a tip and those that say the same. */
  addCopies(first: number, edges: EdgeWriter): void {
    const copies = this.#copiesOf.get(first);
    const self = copies && this.#self(first);
    if (!copies || !self) return;
    const all = [first, ...copies];
    const hubs = self.band === 'automatic' ? 1 : all.length > mostHolders.identity ? mostHubs : all.length;
    for (let one = 0; one < hubs; one += 1)
      for (const other of all.slice(one + 1)) edges.add(all[one] ?? first, other, self);
  }

  /**
   * The edge of two that say different things, for all they stand for.
   * @param reasons what speaks for it; of copies it is told anew, since they may stand the other way round
   */
  add(tip: number, partner: number, edge: Edge, edges: EdgeWriter, reasons: number): void {
    const partners = this.#eachBy(partner);
    for (const one of this.#eachBy(tip))
      for (const other of partners) {
        const told = one === tip && other === partner ? reasons : untold;
        edges.add(Math.min(one, other), Math.max(one, other), edge, told);
      }
  }

  /** Those that have edges of their own. */
  #eachBy(first: number): readonly number[] {
    const copies = this.#copiesOf.get(first);
    if (!copies || this.#self(first)?.band === 'automatic') return [first];
    return copies.length < mostHolders.identity ? [first, ...copies] : [first, ...copies.slice(0, mostHubs)];
  }

  #self(first: number): Edge | null {
    const known = this.#selfOf.get(first);
    if (known !== undefined) return known;
    const self = this.judgeSelf(first);
    this.#selfOf.set(first, self);
    return self;
  }
}

/** The edges of a part without those that hang a copy on the first that says the same, and the copies of each first. */
export function withoutCopies(
  edges: readonly NumberedEdge[],
  firstOf: Int32Array,
): { readonly rest: readonly NumberedEdge[]; readonly copiesOf: ReadonlyMap<number, readonly number[]> } {
  const copiesOf = new Map<number, number[]>();
  const rest = edges.filter(({ a, b, band }) => {
    if (firstOf[b] !== a || band !== 'automatic') return true;
    const copies = copiesOf.get(a);
    if (copies) copies.push(b);
    else copiesOf.set(a, [b]);
    return false;
  });
  return { rest, copiesOf };
}
