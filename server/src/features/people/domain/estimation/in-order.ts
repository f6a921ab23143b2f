import type { Field, Levels } from '../matching/levels.js';

/** Levels that must not weigh more than the one before them; those left out have no place in the order. */
export const demandedOrder: { readonly [F in Field]: readonly Levels[F][] } = {
  given: ['exact', 'spelling', 'slip', 'initial', 'different', 'different_known'],
  surname: ['exact', 'spelling', 'slip', 'near_known', 'different'],
  year: ['equal', 'one_off', 'two_off', 'three_off', 'far', 'generation'],
  phone: ['equal', 'one_off', 'different'],
  email: ['equal', 'one_off', 'different'],
  place: ['address', 'address_slip', 'street', 'postcode', 'town', 'near', 'different'],
  home: ['same', 'different'],
};

/**
 * The nearest falling row: neighbours in the wrong order get their mean, weighted by how much each rests on (pool adjacent
 * violators).
 */
export function falling(values: readonly { readonly value: number; readonly weight: number }[]): number[] {
  const pools: { value: number; weight: number; count: number }[] = [];
  for (const { value, weight } of values) {
    let pool = { value, weight, count: 1 };
    for (let above = pools.at(-1); above && above.value < pool.value; above = pools.at(-1)) {
      pools.pop();
      const together = above.weight + pool.weight;
      pool = {
        value: (above.value * above.weight + pool.value * pool.weight) / together,
        weight: together,
        count: above.count + pool.count,
      };
    }
    pools.push(pool);
  }
  return pools.flatMap(({ value, count }) => Array.from({ length: count }, () => value));
}
