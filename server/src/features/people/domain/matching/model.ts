import type { Field, Levels } from './levels.js';

/**
 * The shipped weights, in bits: log2(how often the level is seen for one person / for two different ones).
 * Learnt offline on a million synthetic Norwegian tips, so 600 tips need no training. A new set gets a new version;
 * every stored edge names the version that made it.
 */
export interface MatchModel {
  readonly version: string;
  /** log2 of how many other tips there are about the person of a tip, on average. */
  readonly prior: number;
  readonly weights: { readonly [F in Field]: Readonly<Record<Levels[F], number>> };
  /** Agreement on something common is worth log2(agreement / its share), never more than the weight in the table. */
  readonly agreement: number;
}

export const shippedModel: MatchModel = {
  version: '2026-11-2',
  prior: 0.5,
  agreement: 0.9,
  weights: {
    given: {
      missing: 0,
      exact: 12,
      spelling: 10.5,
      swapped: 7,
      shared: 8,
      variant: 4.5,
      nickname: 4.5,
      slip: 5.5,
      resembling: 2,
      initial: 1,
      shared_but_differs: -2,
      different: -5.2,
      different_known: -6.2,
    },
    surname: {
      missing: 0,
      exact: 12,
      spelling: 10.5,
      swapped: 7.5,
      slip: 6.4,
      near_known: 2.5,
      resembling: 2,
      different: -4.7,
    },
    year: {
      missing: 0,
      equal: 5.6,
      one_off: 3.1,
      two_off: 2.1,
      three_off: 0.8,
      figure_slip: -1.5,
      far: -5.4,
      generation_slip: -4,
      generation: -7,
    },
    phone: { missing: 0, equal: 23.2, one_off: 15.6, different: -5 },
    email: { missing: 0, equal: 23.1, one_off: 16.2, similar: 8, different: -4 },
    place: {
      missing: 0,
      address: 17.5,
      address_slip: 15,
      street: 11,
      postcode: 9.5,
      town: 8,
      near: 0.8,
      country: 2,
      different: -2.8,
    },
    home: { missing: 0, same: 9, different: -4.2 },
  },
};
