import { mostSides } from '@savner/contract/people';
import type { Question } from './open-questions.js';

/** A question with the groups (persons, or households) it is about. */
export interface GroupedQuestion extends Question {
  readonly groupA: string;
  readonly groupB: string;
}

/**
 * Questions of one kind that hang together are one case: A?B and B?C are asked as A, B and C. The likeliest come
 * together first; a heap that would have more sides than a screen holds is asked about piece by piece.
 * The answer depends on the questions only, never on the order they come in.
 */
export function casesOf<Q extends GroupedQuestion>(questions: readonly Q[]): Q[][] {
  const cases = new Map<string, Case<Q>>();
  const all = new Set<Case<Q>>();
  for (const question of [...questions].sort(byLikelihood)) {
    const ends = [question.groupA, question.groupB].map((group) => `${question.kind} ${group}`);
    const touched = [...new Set(ends.map((end) => cases.get(end)).filter((one) => one !== undefined))];
    const sides = new Set([...ends, ...touched.flatMap((one) => [...one.sides])]);
    const fits = sides.size <= mostSides;
    const joined: Case<Q> = {
      sides: fits ? sides : new Set(ends),
      questions: fits ? [...touched.flatMap((one) => one.questions), question] : [question],
    };
    all.add(joined);
    if (!fits) continue;
    for (const one of touched) all.delete(one);
    for (const side of sides) cases.set(side, joined);
  }
  return [...all].map((one) => [...one.questions].sort(byLikelihood));
}

/** Names a case by its likeliest question. */
export function caseIdOf(questions: readonly Question[]): string {
  const [first] = [...questions].sort(byLikelihood);
  return first ? `${first.kind}.${first.a}.${first.b}` : '';
}

interface Case<Q> {
  readonly sides: ReadonlySet<string>;
  readonly questions: readonly Q[];
}

function byLikelihood(one: Question, other: Question): number {
  return other.probability - one.probability || (nameOf(one) < nameOf(other) ? -1 : 1);
}

function nameOf({ kind, a, b }: Question): string {
  return `${kind} ${a} ${b}`;
}
