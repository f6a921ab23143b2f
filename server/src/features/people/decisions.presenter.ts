import type { Decision } from '@savner/contract/people';
import { connectedParts } from './domain/matching/components.js';
import type { TipFeatures } from './domain/matching/features.js';
import type { AnsweredPair } from './domain/matching/review-side.js';
import { nameOf } from './review.presenter.js';

interface Known {
  readonly features: ReadonlyMap<string, TipFeatures>;
  /** The household each tip lives in now. */
  readonly homes: ReadonlyMap<string, string>;
}

/** One act of the history; nothing when all its tips are deleted. */
export function presentDecision(
  rows: readonly AnsweredPair[],
  undo: { readonly undoneAt: Date; readonly undoneBy: string } | null,
  { features, homes }: Known,
): Decision[] {
  const [first] = rows;
  if (!first) return [];
  const verdicts = new Set(rows.map(({ verdict }) => verdict));
  return [
    {
      id: first.actId,
      kind: first.kind,
      verdict: verdicts.size > 1 ? 'mixed' : first.verdict,
      origin: first.origin,
      groups: groupsOf(rows).map((group) =>
        group.map((tipId) => ({
          tipId,
          displayName: nameOf(features.get(tipId)),
          householdId: homes.get(tipId) ?? null,
        })),
      ),
      decidedBy: first.decidedBy,
      decidedAt: first.decidedAt.toISOString(),
      why: first.why,
      undoneAt: undo?.undoneAt.toISOString() ?? null,
      undoneBy: undo?.undoneBy ?? null,
    },
  ];
}

/** Those said to be the same together; of a split, what was taken out first and what it was taken from second. */
function groupsOf(rows: readonly AnsweredPair[]): string[][] {
  const [out, from] = [rows.map(({ tipA }) => tipA), rows.map(({ tipB }) => tipB)];
  if (rows[0]?.origin === 'split') return [[...new Set(out)], [...new Set(from)]];
  const same = rows.filter(({ verdict }) => verdict === 'same');
  return connectedParts(
    [...new Set([...out, ...from])],
    same.map(({ tipA, tipB }) => ({ a: tipA, b: tipB })),
  ).sort((one, other) => other.length - one.length);
}
