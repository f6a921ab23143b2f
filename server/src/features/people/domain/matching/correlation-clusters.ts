export interface ClusterTask {
  /** Everything to be divided. */
  readonly items: readonly string[];
  /** Pairs worth joining: weight above zero. */
  readonly edges: readonly { readonly a: string; readonly b: string; readonly weight: number }[];
  /** Belief that two items belong together, positive for and negative against; asked for pairs without an edge too. */
  readonly weightOf: (a: string, b: string) => number;
  /** Pairs a human (or the stage before) has joined. */
  readonly together: readonly (readonly [string, string])[];
  /** Pairs a human has parted; stronger than everything else. */
  readonly apart: readonly (readonly [string, string])[];
}

/**
 * Greedy correlation clustering: the strongest edge first, two groups are joined while the sum over all pairs
 * between them stays above zero and nobody has parted them. Connected components would chain strangers together.
 * The answer depends on the ids and weights only, never on the order they come in. Groups and their members sorted.
 */
export function correlationClusters(task: ClusterTask): string[][] {
  const groups = new Groups(task.items, task.apart);
  for (const [a, b] of [...task.together].map(sorted).sort(byText)) groups.join(a, b);
  for (const { a, b } of [...task.edges].sort(byWeight)) {
    if (groups.mayJoin(a, b) && beliefBetween(groups.membersOf(a), groups.membersOf(b), task.weightOf) > 0) {
      groups.join(a, b);
    }
  }
  return groups.all();
}

function beliefBetween(
  one: readonly string[],
  other: readonly string[],
  weightOf: ClusterTask['weightOf'],
): number {
  let sum = 0;
  for (const a of one) for (const b of other) sum += weightOf(a, b);
  return sum;
}

class Groups {
  readonly #groupOf = new Map<string, string[]>();
  readonly #apart = new Map<string, Set<string>>();

  constructor(items: readonly string[], apart: readonly (readonly [string, string])[]) {
    for (const item of items) this.#groupOf.set(item, [item]);
    for (const [a, b] of apart) {
      this.#apart.set(a, (this.#apart.get(a) ?? new Set()).add(b));
      this.#apart.set(b, (this.#apart.get(b) ?? new Set()).add(a));
    }
  }

  membersOf(item: string): readonly string[] {
    return this.#groupOf.get(item) ?? [];
  }

  mayJoin(a: string, b: string): boolean {
    const [one, other] = [this.membersOf(a), this.membersOf(b)];
    if (one === other || one.length === 0 || other.length === 0) return false;
    return !one.some((member) => other.some((stranger) => this.#apart.get(member)?.has(stranger)));
  }

  join(a: string, b: string): void {
    if (!this.mayJoin(a, b)) return;
    const joined = [...this.membersOf(a), ...this.membersOf(b)];
    for (const member of joined) this.#groupOf.set(member, joined);
  }

  all(): string[][] {
    const groups = [...new Set(this.#groupOf.values())].map((group) => [...group].sort(byId));
    return groups.sort((one, other) => byId(one[0] ?? '', other[0] ?? ''));
  }
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
