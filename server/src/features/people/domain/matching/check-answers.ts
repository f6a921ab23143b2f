import type { PairDecision } from './component.js';
import { conflictOf, type DecisionConflict } from './decision-conflict.js';

/** What is to be stored of an act's answers, or what speaks against them. */
export type CheckedAnswers =
  | { readonly ok: true; readonly fresh: readonly PairDecision[] }
  | { readonly ok: false; readonly conflict: Exclude<DecisionConflict, 'none'> };

/**
 * The answers of one act, held against those that stand and against each other. In a case of several, a pair that has
 * been given the same answer before needs no new one; a case where all have is «answered».
 * @param together the records as they are now: what was told apart from one tip of a record is apart from all of it
 */
export function checkAnswers(
  proposed: readonly PairDecision[],
  standing: readonly PairDecision[],
  together: readonly (readonly string[])[],
): CheckedAnswers {
  const joined = together.flatMap((group) => asOne(proposed[0]?.kind ?? 'person', group));
  const fresh: PairDecision[] = [];
  for (const answer of proposed) {
    const known = [...standing, ...fresh];
    const conflict = conflictOf(answer, known);
    if (conflict === 'answered' && isRepeated(answer, known)) continue;
    if (conflict !== 'none') return { ok: false, conflict };
    if (answer.verdict === 'same' && conflictOf(answer, [...known, ...joined]) === 'parted') {
      return { ok: false, conflict: 'parted' };
    }
    fresh.push(answer);
  }
  return fresh.length === 0 ? { ok: false, conflict: 'answered' } : { ok: true, fresh };
}

function isRepeated(answer: PairDecision, known: readonly PairDecision[]): boolean {
  return known.some(
    (other) =>
      other.isCurrent &&
      other.kind === answer.kind &&
      other.verdict === answer.verdict &&
      ((other.a === answer.a && other.b === answer.b) || (other.a === answer.b && other.b === answer.a)),
  );
}

function asOne(kind: PairDecision['kind'], [first, ...others]: readonly string[]): PairDecision[] {
  return first === undefined
    ? []
    : others.map((other) => ({ kind, verdict: 'same', a: first, b: other, isCurrent: true }));
}
