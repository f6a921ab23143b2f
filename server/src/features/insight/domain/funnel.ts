import { type Funnel, type FunnelStep, funnelSteps } from '@savner/contract/insight';

/** Exact counts of one municipality. */
export type ExactFunnel = Readonly<Record<FunnelStep, number>>;

/** Numbers below this are hidden from those who look at another municipality than their own. */
export const smallestShown = 5;

/** A number as a stranger to the municipality may see it: nought and small numbers alike are null. */
export function hideSmall(count: number): number | null {
  return count < smallestShown ? null : count;
}

interface SeenRow {
  readonly funnel: ExactFunnel;
  /** Whether the viewer may see this municipality's exact numbers. */
  readonly isOpen: boolean;
}

/**
 * The funnels as one viewer may see them, and the region's, each step of which is the sum over its municipalities. A small
 * number is never the only one hidden in its step, or the sum would tell it: then the smallest of the others is hidden too,
 * and where there is no other, the sum.
 */
export function shownTo(rows: readonly SeenRow[]): {
  readonly funnels: readonly Funnel[];
  readonly region: Funnel;
} {
  const steps = funnelSteps.map((step) => ({ step, ...showStep(rows, step) }));
  const funnelFrom = (valueOf: (shown: ShownStep) => number | null) =>
    Object.fromEntries(steps.map((shown) => [shown.step, valueOf(shown)])) as Record<
      FunnelStep,
      number | null
    >;
  return {
    funnels: rows.map((_, index) => funnelFrom(({ cells }) => cells[index] ?? null)),
    region: funnelFrom(({ sum }) => sum),
  };
}

interface ShownStep {
  readonly cells: readonly (number | null)[];
  readonly sum: number | null;
}

function showStep(rows: readonly SeenRow[], step: FunnelStep): ShownStep {
  const sum = rows.reduce((total, { funnel }) => total + funnel[step], 0);
  const cells = rows.map(({ funnel, isOpen }) => (isOpen ? funnel[step] : hideSmall(funnel[step])));
  if (cells.filter((cell) => cell === null).length !== 1) return { cells, sum };
  const others = rows.flatMap(({ funnel, isOpen }, index) =>
    isOpen || cells[index] === null ? [] : [{ index, count: funnel[step] }],
  );
  if (others.length === 0) return { cells, sum: null };
  const smallest = others.reduce((least, other) => (other.count < least.count ? other : least));
  return { cells: cells.map((cell, index) => (index === smallest.index ? null : cell)), sum };
}

/** The steps in their order, for tables. */
export function stepsOf(funnel: Funnel): (number | null)[] {
  return funnelSteps.map((step) => funnel[step]);
}
