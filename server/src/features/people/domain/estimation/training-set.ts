import type { PairDecision } from '../matching/component.js';
import type { TipFeatures } from '../matching/features.js';
import { type Field, fields, type Levels } from '../matching/levels.js';
import { type PairScore, type Scale, scorePair } from '../matching/score.js';
import type { TrainingPair } from './expectation-maximisation.js';
import type { KeyKind } from '../matching/keys.js';
import { LevelTally, type PerLevel } from './level-tally.js';
import { type IndexPair, pairsPerBlock, randomPairs } from './training-blocks.js';

/** What an answer by a human counts for, against 1 for a pair nobody has looked at. */
const answerWeight = 3;

/** Enough for a level that one pair of strangers in ten thousand has, and done in seconds. */
const mostRandomPairs = 60_000;

/** Pairs to learn from, compared once. */
export interface TrainingSet {
  readonly blocks: ReadonlyMap<KeyKind, readonly TrainingPair[]>;
  /** How often strangers stand at each level: counts of random pairs, less what is believed to be one person. */
  readonly strangers: PerLevel;
  /** What the present weights make of those strangers, in bits: names are worth less when they are common. */
  readonly presentBits: PerLevel;
  /** Pairs that the present model or a human takes for one person. */
  readonly same: readonly { readonly a: TipFeatures; readonly b: TipFeatures }[];
  readonly answers: number;
}

export function trainingSet(
  tips: readonly TipFeatures[],
  decisions: readonly PairDecision[],
  present: Scale,
  random: () => number,
): TrainingSet {
  const answers = answersAbout(decisions);
  const same: { a: TipFeatures; b: TipFeatures }[] = [];
  const seen = new Map<string, TrainingPair>();
  const trained = ([one, other]: IndexPair): TrainingPair[] => {
    const [a, b] = [tips[one], tips[other]];
    if (!a || !b) return [];
    const key = pairKey(a.tipId, b.tipId);
    const before = seen.get(key);
    if (before) return [before];
    const score = scorePair(a, b, present);
    const answer = answers.get(key) ?? null;
    const pair = {
      levels: score.levels,
      known: answer ?? ruledOut(score),
      weight: answer ? answerWeight : 1,
    };
    if (answer === 'same' || (answer === null && isTakenForOne(score))) same.push({ a, b });
    seen.set(key, pair);
    return [pair];
  };
  const blocks = new Map(
    [...pairsPerBlock(tips, random)].map(([kind, pairs]) => [kind, pairs.flatMap(trained)]),
  );
  return { blocks, same, answers: answers.size, ...strangersAmong(tips, answers, present, random) };
}

function strangersAmong(
  tips: readonly TipFeatures[],
  answers: ReadonlyMap<string, 'same' | 'different'>,
  present: Scale,
  random: () => number,
): Pick<TrainingSet, 'strangers' | 'presentBits'> {
  const tally = new LevelTally();
  const odds = new Map<Field, Map<string, number>>(fields.map((field) => [field, new Map()]));
  for (const [one, other] of randomPairs(tips, mostRandomPairs, random)) {
    const [a, b] = [tips[one], tips[other]];
    if (!a || !b || answers.get(pairKey(a.tipId, b.tipId)) === 'same') continue;
    const score = scorePair(a, b, present);
    // In a small campaign random pairs hold real ones too: half a suspicion is enough to leave a pair out.
    if (score.veto !== 'different' && score.probability > 0.05) continue;
    tally.add(score.levels, 1);
    for (const field of fields) {
      const [levels, level] = [odds.get(field), score.levels[field]];
      levels?.set(level, (levels.get(level) ?? 0) + 2 ** score.weights[field]);
    }
  }
  return { strangers: tally.counts, presentBits: meanBits(odds, tally.counts) };
}

/** Likelihood ratios are averaged over strangers, not bits: that is what m/u of the level as a whole is. */
function meanBits(odds: PerLevel, counts: PerLevel): PerLevel {
  return new Map(
    fields.map((field) => [
      field,
      new Map(
        [...(counts.get(field) ?? [])].map(([level, count]) => [
          level,
          Math.log2((odds.get(field)?.get(level) ?? 0) / count),
        ]),
      ),
    ]),
  );
}

function answersAbout(decisions: readonly PairDecision[]): Map<string, 'same' | 'different'> {
  return new Map(
    decisions
      .filter(({ kind, isCurrent }) => kind === 'person' && isCurrent)
      .map(({ a, b, verdict }) => [pairKey(a, b), verdict === 'same' ? 'same' : 'different'] as const),
  );
}

/** Two known given names, or a generation between them, are two people, however much a family has in common. */
function ruledOut({ veto, levels }: PairScore): 'different' | null {
  return veto === 'different' || levels.year === 'generation' ? 'different' : null;
}

function isTakenForOne({ probability, veto }: PairScore): boolean {
  return veto === 'none' && probability >= 0.95;
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`;
}

/** Levels whose pairs are never taken for one: their weight is a rule, not a count. */
export const ruledLevels: Partial<{ readonly [F in Field]: readonly Levels[F][] }> = {
  given: ['shared_but_differs', 'different_known'],
  year: ['generation'],
};
