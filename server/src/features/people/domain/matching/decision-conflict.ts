import { connectedParts } from './components.js';
import type { PairDecision } from './component.js';

/** Answers that cannot all hold. `joined`: others make the two one. `parted`: others hold them apart. `answered`: this pair has an answer. */
export type DecisionConflict = 'none' | 'answered' | 'joined' | 'parted';

/**
 * Whether a new answer contradicts those that stand. «The same» of persons holds for their household too.
 * `standing` holds every answer about tips that hang together with the two.
 */
export function conflictOf(proposed: PairDecision, standing: readonly PairDecision[]): DecisionConflict {
  const current = standing.filter((decision) => decision.isCurrent);
  const isThisPair = (d: PairDecision) => d.kind === proposed.kind && pair(d) === pair(proposed);
  if (current.some((d) => isThisPair(d))) return 'answered';
  const kinds = proposed.kind === 'household' ? ['person', 'household'] : ['person'];
  const joins = current.filter((d) => d.verdict === 'same' && kinds.includes(d.kind));
  const tips = [...new Set([...current.flatMap((d) => [d.a, d.b]), proposed.a, proposed.b])];
  const groupOf = new Map(
    connectedParts(tips, joins).flatMap((part) => part.map((tip) => [tip, part[0] ?? tip] as const)),
  );
  const isOneGroup = (d: PairDecision) => groupOf.get(d.a) === groupOf.get(d.b);
  if (proposed.verdict === 'not_same') return isOneGroup(proposed) ? 'joined' : 'none';
  const between = [groupOf.get(proposed.a), groupOf.get(proposed.b)];
  const parts = current.filter(
    (d) => d.verdict === 'not_same' && (d.kind === proposed.kind || proposed.kind === 'person'),
  );
  const isParted = parts.some((d) => {
    const [one, other] = [groupOf.get(d.a), groupOf.get(d.b)];
    return one !== other && between.includes(one) && between.includes(other);
  });
  return isParted ? 'parted' : 'none';
}

function pair({ a, b }: PairDecision): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`;
}
