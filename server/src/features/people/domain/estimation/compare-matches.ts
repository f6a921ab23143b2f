import type { PairDecision } from '../matching/component.js';
import type { Band, Edge } from '../matching/judge-pair.js';
import type { WholeMatch } from '../matching/match-tips.js';
import type { Question } from '../matching/open-questions.js';

export interface PairIds {
  readonly a: string;
  readonly b: string;
}

/** What another model would make of the same tips and answers. */
export interface ModelChange {
  /** Joined without asking, and not before; the other way; pairs of tips. */
  readonly toAutomatic: readonly PairIds[];
  readonly fromAutomatic: readonly PairIds[];
  readonly newQuestions: readonly PairIds[];
  readonly questionsGone: readonly PairIds[];
  /** Answers the model would not have given. They stand all the same. */
  readonly contradicted: readonly (PairIds & { readonly verdict: PairDecision['verdict'] })[];
  readonly persons: BeforeAfter;
  readonly households: BeforeAfter;
  readonly questions: BeforeAfter;
}

interface BeforeAfter {
  readonly before: number;
  readonly after: number;
}

export function compareMatches(
  before: WholeMatch,
  after: WholeMatch,
  decisions: readonly PairDecision[],
): ModelChange {
  const [bandBefore, bandAfter] = [bands(before.edges), bands(after.edges)];
  const pairs = [...new Map([...bandBefore, ...bandAfter]).keys()].sort();
  const moved = (test: (was: Band, is: Band) => boolean) =>
    pairs.filter((pair) => test(bandBefore.get(pair) ?? 'none', bandAfter.get(pair) ?? 'none')).map(idsOf);
  return {
    toAutomatic: moved((was, is) => was !== 'automatic' && is === 'automatic'),
    fromAutomatic: moved((was, is) => was === 'automatic' && is !== 'automatic'),
    newQuestions: notAsked(after.questions, before),
    questionsGone: notAsked(before.questions, after),
    contradicted: contradictions(decisions, bandAfter),
    persons: { before: before.persons.length, after: after.persons.length },
    households: { before: before.households.length, after: after.households.length },
    questions: { before: before.questions.length, after: after.questions.length },
  };
}

/** Questions about two groups that the other match does not ask about, by whichever pair of their tips. */
function notAsked(questions: readonly Question[], other: WholeMatch): PairIds[] {
  const person = groupNames(other.persons);
  const household = groupNames(other.households);
  const name = ({ kind, a, b }: Question) => {
    const groupOf = kind === 'person' ? person : household;
    return `${kind} ${pairKey(groupOf.get(a) ?? a, groupOf.get(b) ?? b)}`;
  };
  const asked = new Set(other.questions.map(name));
  return questions.filter((question) => !asked.has(name(question))).map(({ a, b }) => ({ a, b }));
}

function contradictions(
  decisions: readonly PairDecision[],
  bandOf: ReadonlyMap<string, Band>,
): ModelChange['contradicted'] {
  return decisions
    .filter(({ kind, isCurrent }) => kind === 'person' && isCurrent)
    .filter(({ a, b, verdict }) => {
      const band = bandOf.get(pairKey(a, b)) ?? 'none';
      return verdict === 'same' ? band === 'none' : band === 'automatic';
    })
    .map(({ a, b, verdict }) => ({ a, b, verdict }));
}

function bands(edges: readonly Edge[]): Map<string, Band> {
  return new Map(edges.map(({ a, b, band }) => [pairKey(a, b), band]));
}

function groupNames(groups: readonly (readonly string[])[]): Map<string, string> {
  return new Map(groups.flatMap((group) => group.map((tip) => [tip, group[0] ?? tip] as const)));
}

const between = '\u0000';

function pairKey(a: string, b: string): string {
  return a < b ? `${a}${between}${b}` : `${b}${between}${a}`;
}

function idsOf(pair: string): PairIds {
  const [a = '', b = ''] = pair.split(between);
  return { a, b };
}
