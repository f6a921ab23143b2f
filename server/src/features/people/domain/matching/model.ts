import type { Field, Levels } from './levels.js';

/**
 * The shipped weights, in bits: log2(how often the level is seen for one person / for two different ones).
 * Learnt offline on a million synthetic Norwegian tips, so 600 tips need no training. A new set gets a new version;
 * every stored edge names the version that made it.
 */
export interface MatchModel {
  readonly version: string;
  /** log2 odds that two tips picked at random are about one person. */
  readonly prior: number;
  readonly weights: { readonly [F in Field]: Readonly<Record<Levels[F], number>> };
  /** Agreement on a name is worth log2(agreement / frequency), never more than the weight in the table. */
  readonly agreement: number;
}

export const shippedModel: MatchModel = {
  version: '2026-11-1',
  prior: -20.6,
  agreement: 0.9,
  weights: {
    given: {
      missing: 0,
      exact: 8.5,
      spelling: 7.5,
      swapped: 7,
      shared: 6.5,
      variant: 4.5,
      nickname: 4.5,
      slip: 5.5,
      initial: 1,
      shared_but_differs: -2,
      different: -5.2,
      different_known: -6.2,
    },
    surname: {
      missing: 0,
      exact: 8.5,
      spelling: 7.9,
      swapped: 7.5,
      slip: 6.4,
      near_known: 2.5,
      different: -4.7,
    },
    year: { missing: 0, equal: 5.6, one_off: 3.1, two_off: 2.1, three_off: 0.8, far: -5.4, generation: -7 },
    phone: { missing: 0, equal: 23.2, one_off: 15.6, different: -5 },
    email: { missing: 0, equal: 23.1, one_off: 16.2, different: -4 },
    place: {
      missing: 0,
      address: 17.5,
      address_slip: 15,
      street: 11,
      postcode: 9.5,
      town: 4.8,
      near: 0,
      country: 2,
      different: -4.1,
    },
    home: { same: 8.4, different: -4.9 },
  },
};
