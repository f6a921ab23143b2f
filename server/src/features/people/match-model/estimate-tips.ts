import { Dice } from '../../../platform/dice.js';
import { AppError } from '../../../platform/errors.js';
import { compareMatches, type ModelChange } from '../domain/estimation/compare-matches.js';
import { estimateModel, leastToLearnFrom } from '../domain/estimation/estimate-model.js';
import type { LevelEvidence } from '../domain/estimation/new-weights.js';
import type { PairDecision } from '../domain/matching/component.js';
import type { Knowledge, MatchableTip } from '../domain/matching/features.js';
import type { Rules } from '../domain/matching/judge-pair.js';
import { countedFeatures, matchByRules, matchTips } from '../domain/matching/match-tips.js';
import { type MatchModel, shippedModel } from '../domain/matching/model.js';
import { type LearntFrom, named } from './model-file.js';

/** Tips, and what humans have answered about them. */
export interface Material {
  readonly tips: readonly MatchableTip[];
  /** How many there are where `tips` is a sample of them. */
  readonly all: number;
  /** What a campaign orders a crowd by. */
  readonly contentOf?: (tip: MatchableTip) => string;
  readonly decisions: readonly PairDecision[];
  readonly knowledge: Knowledge;
}

/** A campaign's own rules; of a list, only what people have chosen: the rest is counted in it. */
export type GivenRules = Omit<Rules, 'population'> & Partial<Rules>;

export interface Estimate {
  readonly model: MatchModel;
  readonly learntFrom: LearntFrom;
  /** How many tips there are; more than it was learnt from where those are a sample. */
  readonly all: number;
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
export function estimate(material: Material, rules: GivenRules, seed: number, day: string): Estimate {
  const { features, population } = countedFeatures(material.tips, material.knowledge);
  const dice = new Dice(seed);
  const scale = { model: shippedModel, population };
  const found = estimateModel(features, material.decisions, scale, () => dice.next());
  if (found.kind === 'too_little') throw tooLittle(found);
  const { tips, pairs, answers, randomPairs, evidence } = found;
  const model = named(found.model, day);
  return {
    model,
    all: material.all,
    learntFrom: { tips, pairs, answers, randomPairs, seed },
    evidence,
    prior: { before: shippedModel.prior, after: model.prior },
    change: whatWouldChange(material, rules, model),
  };
}

export function whatWouldChange(
  { tips, decisions, knowledge, contentOf }: Material,
  rules: GivenRules,
  model: MatchModel,
): ModelChange {
  const { population } = rules;
  const matchBy = (chosen: GivenRules) =>
    population
      ? matchByRules(tips, knowledge, { ...chosen, population }, decisions, contentOf)
      : matchTips(tips, knowledge, chosen, decisions);
  return compareMatches(matchBy(rules), matchBy({ ...rules, model }), decisions);
}

function tooLittle({ tips, pairs }: { readonly tips: number; readonly pairs: number }): AppError {
  const { tips: leastTips, pairs: leastPairs } = leastToLearnFrom;
  return new AppError(
    'validation_failed',
    `Det er for lite å lære av: ${tips} tips og ${pairs} par som handler om samme person. Det trengs minst ${leastTips} tips og ${leastPairs} par. Vekten som følger med, er bedre enn en som er lært av så lite. Vent til det er kommet flere tips, eller oppgi flere lister på én gang: people estimate EN.csv TO.csv.`,
  );
}
