export interface ClusterTask {
  /** Everything to be divided. */
  readonly items: readonly string[];
  /** Pairs worth joining: weight above zero. */
  readonly edges: readonly { readonly a: string; readonly b: string; readonly weight: number }[];
  /** Belief that two items belong together, positive for and negative against; asked for pairs without an edge too. */
  readonly weightOf: (a: string, b: string) => number;
  /** Pairs the stage before has joined. */
  readonly together: readonly (readonly [string, string])[];
  /** Pairs a human has joined, each standing for the whole group it was found in. */
  readonly joined: readonly (readonly [string, string])[];
  /** Pairs a human has parted; stronger than everything else. */
  readonly apart: readonly (readonly [string, string])[];
  /** Items that weigh the same against everything are of one kind; left out, each is of its own. */
  readonly kindOf?: (item: string) => string | number;
  /** How many an item stands for; left out, one. */
  readonly timesOf?: (item: string) => number;
}

/** A group of more kinds than this is weighed by so many of them: what joining costs stays bounded. */
const mostKinds = 32;

/**
 * Greedy correlation clustering: the strongest edge first, two groups are joined while the sum over all pairs
 * between them stays above zero and nobody has parted them. Of a group with very many kinds, some are weighed. Connected components would chain strangers together. What a
 * human has joined comes last, and takes along all that belonged to either; where an answer stands between the two
 * groups, the pair itself comes first, and the rest goes where it may.
 * The answer depends on the ids and weights only, never on the order they come in. Groups and their members sorted.
 */
export function correlationClusters(task: ClusterTask): string[][] {
  const groups = new Groups(task);
  for (const [a, b] of [...task.together].map(sorted).sort(byText)) groups.join(a, b);
  for (const { a, b } of [...task.edges].sort(byWeight)) {
    if (groups.mayJoin(a, b) && beliefBetween(groups.kindsOf(a), groups.kindsOf(b), task.weightOf) > 0) {
      groups.join(a, b);
    }
  }
  const joined = [...task.joined].map(sorted).sort(byText);
  for (const [a, b] of joined) groups.join(a, b);
  const parted = joined.filter(([a, b]) => groups.mustPart(a, b));
  if (parted.length === 0) return groups.all();
  const rest = joined.filter((pair) => !parted.includes(pair));
  return correlationClusters({ ...task, together: [...task.together, ...parted], joined: rest });
}

function beliefBetween(
  one: readonly Kind[],
  other: readonly Kind[],
  weightOf: ClusterTask['weightOf'],
): number {
  let sum = 0;
  for (const a of one) for (const b of other) sum += a.times * b.times * weightOf(a.item, b.item);
  return sum;
}

/** Items of a group that weigh the same. */
interface Kind {
  readonly kind: string | number;
  /** One of them. */
  readonly item: string;
  readonly times: number;
}

interface Group {
  readonly members: readonly string[];
  /** The first {@link mostKinds} of them, in order. */
  readonly kinds: readonly Kind[];
}

class Groups {
  readonly #groupOf = new Map<string, Group>();
  readonly #apart = new Map<string, Set<string>>();

  constructor({ items, apart, kindOf, timesOf }: ClusterTask) {
    for (const item of items) {
      const kinds = [{ kind: kindOf?.(item) ?? item, item, times: timesOf?.(item) ?? 1 }];
      this.#groupOf.set(item, { members: [item], kinds });
    }
    for (const [a, b] of apart) {
      this.#apart.set(a, (this.#apart.get(a) ?? new Set()).add(b));
      this.#apart.set(b, (this.#apart.get(b) ?? new Set()).add(a));
    }
  }

  membersOf(item: string): readonly string[] {
    return this.#groupOf.get(item)?.members ?? [];
  }

  kindsOf(item: string): readonly Kind[] {
    return this.#groupOf.get(item)?.kinds ?? [];
  }

  mayJoin(a: string, b: string): boolean {
    const [one, other] = [this.membersOf(a), this.membersOf(b)];
    if (one === other || one.length === 0 || other.length === 0) return false;
    if (this.#apart.size === 0) return true;
    return !one.some((member) => other.some((stranger) => this.#apart.get(member)?.has(stranger)));
  }

  /** Whether the two are in two groups that an answer keeps from being joined. */
  mustPart(a: string, b: string): boolean {
    const [one, other] = [this.membersOf(a), this.membersOf(b)];
    return one !== other && one.length > 0 && other.length > 0 && !this.mayJoin(a, b);
  }

  join(a: string, b: string): void {
    if (!this.mayJoin(a, b)) return;
    const members = [...this.membersOf(a), ...this.membersOf(b)];
    const joined = { members, kinds: mergedKinds(this.kindsOf(a), this.kindsOf(b)) };
    for (const member of members) this.#groupOf.set(member, joined);
  }

  all(): string[][] {
    const groups = [...new Set(this.#groupOf.values())].map(({ members }) => [...members].sort(byId));
    return groups.sort((one, other) => byId(one[0] ?? '', other[0] ?? ''));
  }
}

function mergedKinds(one: readonly Kind[], other: readonly Kind[]): readonly Kind[] {
  const merged: Kind[] = [];
  for (let [i, j] = [0, 0]; merged.length < mostKinds;) {
    const [a, b] = [one[i], other[j]];
    if (a && b && a.kind === b.kind) {
      merged.push({ ...a, times: a.times + b.times });
      i += 1;
      j += 1;
    } else if (a && (!b || a.kind < b.kind)) {
      merged.push(a);
      i += 1;
    } else if (b) {
      merged.push(b);
      j += 1;
    } else break;
  }
  return merged;
}

function sorted([a, b]: readonly [string, string]): readonly [string, string] {
  return a < b ? [a, b] : [b, a];
}

function byText(one: readonly [string, string], other: readonly [string, string]): number {
  return byId(one[0], other[0]) || byId(one[1], other[1]);
}

function byWeight(
  one: { readonly a: string; readonly b: string; readonly weight: number },
  other: { readonly a: string; readonly b: string; readonly weight: number },
): number {
  return other.weight - one.weight || byText(sorted([one.a, one.b]), sorted([other.a, other.b]));
}

function byId(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
