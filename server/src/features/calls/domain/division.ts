export interface DivisibleHousehold {
  readonly householdId: string;
  /** Place in the queue: members get early and late ones alike. Equal values are settled by the id. */
  readonly order: number;
}

export interface DivisionMember {
  readonly userId: string;
  /** Share of the load, relative to the others; 0 gets nothing. */
  readonly capacity: number;
  /** Households that already stand on the member's list and stay there. */
  readonly before: number;
}

export interface KeepOff {
  readonly householdId: string;
  readonly userId: string;
  readonly reason: 'own_tip' | 'self' | 'skipped';
}

export interface DivisionInput {
  readonly households: readonly DivisibleHousehold[];
  readonly members: readonly DivisionMember[];
  /** The mayor's own list, picked by hand; null when the team has no mayor. */
  readonly mayor: { readonly userId: string; readonly households: readonly string[] } | null;
  readonly keepOff: readonly KeepOff[];
}

export interface Division {
  readonly assignments: readonly { readonly householdId: string; readonly userId: string }[];
  /** Nobody may take these: they stay in the open queue. */
  readonly unassigned: readonly string[];
  /** The ties that kept somebody off a household of this division. */
  readonly keptOff: readonly KeepOff[];
}

/**
 * Divides whole households among a team. First the mayor's own list as it was picked; then the households fewest may
 * take, each to the one with the lightest load by capacity; then single households are moved while that evens out.
 * The same input, in whatever order, gives the same division. In the end nobody holds a household that an other,
 * lighter one could have: load(a) / capacity(a) is at most (load(b) + 1) / capacity(b).
 */
export function planDivision(input: DivisionInput): Division {
  const plan = startPlan(input);
  for (const household of mostConstrainedFirst(input, plan)) {
    const chosen = lightest(eligibleFor(household.householdId, plan));
    if (chosen) give(plan, household.householdId, chosen);
  }
  evenOut(plan);
  const ids = new Set(input.households.map((household) => household.householdId));
  return {
    assignments: [...ids].sort().flatMap((householdId) => {
      const userId = plan.holder.get(householdId)?.userId;
      return userId === undefined ? [] : [{ householdId, userId }];
    }),
    unassigned: [...ids].filter((householdId) => !plan.holder.has(householdId)).sort(),
    keptOff: input.keepOff
      .filter(
        (tie) => ids.has(tie.householdId) && plan.members.some((member) => member.userId === tie.userId),
      )
      .sort((left, right) => compare(keyOf(left), keyOf(right))),
  };
}

interface Load {
  readonly userId: string;
  readonly capacity: number;
  load: number;
}

interface Plan {
  readonly members: readonly Load[];
  readonly holder: Map<string, Load>;
  /** Given by hand; never moved. */
  readonly fixed: ReadonlySet<string>;
  readonly ties: ReadonlySet<string>;
}

function startPlan({ households, members, mayor, keepOff }: DivisionInput): Plan {
  const loads = members
    .filter((member) => member.capacity > 0)
    .map((member) => ({ userId: member.userId, capacity: member.capacity, load: member.before }))
    .sort((left, right) => compare(left.userId, right.userId));
  const ties = new Set(keepOff.map(keyOf));
  const known = new Set(households.map((household) => household.householdId));
  const plan: Plan = { members: loads, holder: new Map(), fixed: new Set(mayor?.households ?? []), ties };
  const mayorsLoad = members
    .filter((member) => member.userId === mayor?.userId)
    .map(
      (member) => loads.find((load) => load.userId === member.userId) ?? { ...member, load: member.before },
    )[0];
  if (mayorsLoad) {
    for (const householdId of plan.fixed) if (known.has(householdId)) give(plan, householdId, mayorsLoad);
  }
  return plan;
}

function mostConstrainedFirst({ households }: DivisionInput, plan: Plan): DivisibleHousehold[] {
  const constraint = new Map(
    households.map((household) => [household.householdId, eligibleFor(household.householdId, plan).length]),
  );
  return households
    .filter((household) => !plan.holder.has(household.householdId))
    .sort(
      (left, right) =>
        (constraint.get(left.householdId) ?? 0) - (constraint.get(right.householdId) ?? 0) ||
        left.order - right.order ||
        compare(left.householdId, right.householdId),
    );
}

function evenOut(plan: Plan): void {
  for (;;) {
    const move = findMove(plan);
    if (!move) return;
    move.from.load -= 1;
    give(plan, move.householdId, move.to);
  }
}

/** A household that makes the loads more even by changing hands. Each move lowers the sum of squares, so it ends. */
function findMove(plan: Plan): { householdId: string; from: Load; to: Load } | null {
  if (!plan.members.some((from) => plan.members.some((to) => isUneven(from, to)))) return null;
  for (const householdId of [...plan.holder.keys()].sort()) {
    const from = plan.holder.get(householdId);
    if (!from || plan.fixed.has(householdId)) continue;
    const to = lightest(eligibleFor(householdId, plan).filter((member) => isUneven(from, member)));
    if (to) return { householdId, from, to };
  }
  return null;
}

function isUneven(from: Load, to: Load): boolean {
  return from.load * to.capacity > (to.load + 1) * from.capacity;
}

function eligibleFor(householdId: string, plan: Plan): Load[] {
  return plan.members.filter((member) => !plan.ties.has(keyOf({ householdId, userId: member.userId })));
}

/** The one whose load by capacity would be smallest with one more; equal ones by id. */
function lightest(members: readonly Load[]): Load | undefined {
  return members.reduce<Load | undefined>((best, each) => {
    if (!best) return each;
    return (each.load + 1) * best.capacity < (best.load + 1) * each.capacity ? each : best;
  }, undefined);
}

function give(plan: Plan, householdId: string, to: Load): void {
  to.load += 1;
  plan.holder.set(householdId, to);
}

function keyOf(tie: { readonly householdId: string; readonly userId: string }): string {
  return `${tie.householdId} ${tie.userId}`;
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
