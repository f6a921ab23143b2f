import { AppError } from '../../../platform/errors.js';
import { compareMatches, type ModelChange } from '../domain/estimation/compare-matches.js';
import { estimateModel, leastToLearnFrom } from '../domain/estimation/estimate-model.js';
import type { LevelEvidence } from '../domain/estimation/new-weights.js';
import type { PairDecision } from '../domain/matching/component.js';
import type { Knowledge, MatchableTip } from '../domain/matching/features.js';
import type { Rules } from '../domain/matching/judge-pair.js';
import { countedFeatures, matchTips } from '../domain/matching/match-tips.js';
import { type MatchModel, shippedModel } from '../domain/matching/model.js';
import { type LearntFrom, named } from './model-file.js';

/** Tips, and what humans have answered about them. */
export interface Material {
  readonly tips: readonly MatchableTip[];
  readonly decisions: readonly PairDecision[];
  readonly knowledge: Knowledge;
}

/** What people have chosen of what decides what becomes of a pair. */
export type ChosenRules = Omit<Rules, 'population'>;

export interface Estimate {
  readonly model: MatchModel;
  readonly learntFrom: LearntFrom;
  readonly evidence: readonly LevelEvidence[];
  readonly prior: { readonly before: number; readonly after: number };
  /** Against the model in use. */
  readonly change: ModelChange;
}

/**
 * @param rules what is in use now
 * @param day `2026-11-23`
 * @throws AppError validation_failed when there is too little to learn from
 */
export function estimate(material: Material, rules: ChosenRules, seed: number, day: string): Estimate {
  const { features, population } = countedFeatures(material.tips, material.knowledge);
  const found = estimateModel(features, material.decisions, { model: shippedModel, population }, seed);
  if (found.kind === 'too_little') throw tooLittle(found);
  const { tips, pairs, answers, randomPairs, evidence } = found;
  const model = named(found.model, day);
  return {
    model,
    learntFrom: { tips, pairs, answers, randomPairs, seed },
    evidence,
    prior: { before: shippedModel.prior, after: model.prior },
    change: whatWouldChange(material, rules, model),
  };
}

export function whatWouldChange(
  { tips, decisions, knowledge }: Material,
  rules: ChosenRules,
  model: MatchModel,
): ModelChange {
  const before = matchTips(tips, knowledge, rules, decisions);
  const after = matchTips(tips, knowledge, { ...rules, model }, decisions);
  return compareMatches(before, after, decisions);
}

function tooLittle({ tips, pairs }: { readonly tips: number; readonly pairs: number }): AppError {
  const { tips: leastTips, pairs: leastPairs } = leastToLearnFrom;
  return new AppError(
    'validation_failed',
    `Det er for lite å lære av: ${tips} tips og ${pairs} par som handler om samme person. Det trengs minst ${leastTips} tips og ${leastPairs} par. Vekten som følger med, er bedre enn en som er lært av så lite. Vent til det er kommet flere tips, eller oppgi flere lister på én gang: people estimate EN.csv TO.csv.`,
  );
}
