import type { PairAnswer, ReviewCase } from '@savner/contract/people';

/**
 * What was said of a case: all of it is one, none of it is, or these sides are (by their place, counted from 0) and the
 * others are not one with them. How the others stand to each other is then still open.
 */
export type CaseAnswer = 'all' | 'none' | readonly number[];

/** The answer pair by pair, as it is stored. */
export function answersOf({ sides }: Pick<ReviewCase, 'sides'>, said: CaseAnswer): PairAnswer[] {
  const isPicked = (place: number) => said === 'all' || (said !== 'none' && said.includes(place));
  return sides.flatMap((one, a) =>
    sides.slice(a + 1).flatMap((other, offset): PairAnswer[] => {
      const [first, second] = [isPicked(a), isPicked(a + 1 + offset)];
      if (!first && !second && said !== 'none') return [];
      return [{ tipA: one.tipId, tipB: other.tipId, verdict: first && second ? 'same' : 'not_same' }];
    }),
  );
}

/** Two of these sides that an earlier answer holds apart, counted from 1; null when they may be one. */
export function firstParted(
  { parted }: Pick<ReviewCase, 'parted'>,
  places: readonly number[],
): readonly [number, number] | null {
  const between = parted.find(({ a, b }) => places.includes(a) && places.includes(b));
  return between ? [between.a + 1, between.b + 1] : null;
}

/** Stands for a case whichever order its sides come in. */
export function keyOf({ kind, sides }: Pick<ReviewCase, 'kind' | 'sides'>): string {
  return [kind, ...sides.map(({ tipId }) => tipId).sort()].join(' ');
}
