import { type Funnel, type FunnelStep, funnelSteps } from '@savner/contract/insight';

/** Exact counts of one municipality. */
export type ExactFunnel = Readonly<Record<FunnelStep, number>>;

/** Numbers below this are hidden from those who look at another municipality than their own. */
export const smallestShown = 5;

/** The region's counts: each step is the sum over its municipalities. */
export function sumOf(funnels: readonly ExactFunnel[]): ExactFunnel {
  const sum = (step: FunnelStep) => funnels.reduce((total, funnel) => total + funnel[step], 0);
  return {
    tips: sum('tips'),
    households: sum('households'),
    informed: sum('informed'),
    called: sum('called'),
    reached: sum('reached'),
    interested: sum('interested'),
    hostContact: sum('hostContact'),
    moved: sum('moved'),
  };
}

/** A number as a stranger to the municipality may see it: nought and small numbers alike are null. */
export function hideSmall(count: number): number | null {
  return count < smallestShown ? null : count;
}

/** Every step of a funnel with its small numbers hidden. */
export function hideSmallSteps(funnel: ExactFunnel): Funnel {
  return {
    tips: hideSmall(funnel.tips),
    households: hideSmall(funnel.households),
    informed: hideSmall(funnel.informed),
    called: hideSmall(funnel.called),
    reached: hideSmall(funnel.reached),
    interested: hideSmall(funnel.interested),
    hostContact: hideSmall(funnel.hostContact),
    moved: hideSmall(funnel.moved),
  };
}

/** The steps in their order, for tables. */
export function stepsOf(funnel: Funnel): (number | null)[] {
  return funnelSteps.map((step) => funnel[step]);
}
