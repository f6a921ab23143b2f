import { type Field, fields, type Levels } from '../matching/levels.js';
import type { MatchModel } from '../matching/model.js';
import { demandedOrder, falling } from './in-order.js';
import { fewestStrangers, type Learnt } from './learn-blocks.js';
import { totalOf, valueAt } from './level-tally.js';
import { ruledLevels, type TrainingSet } from './training-set.js';

/** What became of one level, and what it rests on. */
export interface LevelEvidence {
  readonly field: Field;
  readonly level: string;
  readonly before: number;
  readonly after: number;
  /** Pairs at this level believed to be one person. */
  readonly same: number;
  /** Random pairs of strangers at this level. */
  readonly strangers: number;
}

/** So many pairs carry a weight half the way from the shipped one to what they say. */
const halfWay = 3_000;
/** Bits a weight may be believed to be wrong by, and may be moved by. */
const mostWrong = 4;
const mostMoved = 3;

export function newWeights(
  set: TrainingSet,
  learnt: Learnt,
  shipped: MatchModel,
  tipCount: number,
): { weights: MatchModel['weights']; evidence: LevelEvidence[] } {
  const rows = fields.map((field) => inOrder(field, evidenceOf(field, set, learnt, shipped, tipCount)));
  const [given, surname, year, phone, email, place, home] = [
    row('given', shipped, rows),
    row('surname', shipped, rows),
    row('year', shipped, rows),
    row('phone', shipped, rows),
    row('email', shipped, rows),
    row('place', shipped, rows),
    row('home', shipped, rows),
  ];
  return { weights: { given, surname, year, phone, email, place, home }, evidence: rows.flat() };
}

function row<F extends Field>(
  field: F,
  shipped: MatchModel,
  rows: readonly (readonly LevelEvidence[])[],
): MatchModel['weights'][F] {
  const moved = rows.flat().filter((one) => one.field === field);
  return {
    ...shipped.weights[field],
    ...Object.fromEntries(moved.map(({ level, after }) => [level, after])),
  };
}

function evidenceOf(
  field: Field,
  set: TrainingSet,
  learnt: Learnt,
  shipped: MatchModel,
  tipCount: number,
): LevelEvidence[] {
  const weights: Readonly<Record<string, number>> = shipped.weights[field];
  const ruled: readonly string[] = ruledLevels[field] ?? [];
  return Object.entries(weights)
    .filter(([level]) => level !== 'missing')
    .map(([level, before]) => {
      const same = valueAt(learnt.same, field, level);
      const strangers = valueAt(set.strangers, field, level);
      const isLearnt = !ruled.includes(level) && strangers >= fewestStrangers && learnt.m.get(field)?.size;
      const after = isLearnt ? before + movement(field, level, set, learnt, tipCount) : before;
      return { field, level, before, after, same, strangers };
    });
}

/** How far the weight moves: how wrong it looks, times how much of that the pairs can carry. */
function movement(
  field: Field,
  level: string,
  { strangers, presentBits }: TrainingSet,
  { m, u, start, same }: Learnt,
  tipCount: number,
): number {
  const share = Math.max(valueAt(m, field, level), 1e-6);
  const bits = Math.log2(share / valueAt(u, field, level));
  const wrong = clamp(bits - valueAt(presentBits, field, level), mostWrong);
  // Where the shipped weights promise pairs and none come, that is something to rest on too.
  const promised = totalOf(same, field) * valueAt(start, field, level);
  const seenSame = Math.max(valueAt(same, field, level), promised);
  // Pairs of strangers repeat the same tips: there is never more to learn from them than there are tips.
  const seenStrangers = Math.min(valueAt(strangers, field, level), tipCount);
  const carried = 1 / (1 / Math.max(seenSame, 1e-6) + 1 / seenStrangers);
  return clamp((wrong * carried) / (carried + halfWay), mostMoved);
}

function inOrder(field: Field, evidence: readonly LevelEvidence[]): LevelEvidence[] {
  const order: readonly Levels[Field][] = demandedOrder[field];
  const chain = order.flatMap((level) => evidence.find((one) => one.level === level) ?? []);
  const fallen = falling(chain.map(({ after, same }) => ({ value: after, weight: same + 1 })));
  const placed = new Map(chain.map(({ level }, index) => [level, fallen[index]]));
  return evidence.map((one) => ({ ...one, after: rounded(placed.get(one.level) ?? one.after) }));
}

function clamp(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value));
}

/** Hundredths of a bit: what is beyond is noise, and a file of weights should be readable. */
function rounded(bits: number): number {
  return Math.round(bits * 100) / 100;
}
