import type { Language } from '@savner/contract/common';
import type {
  ExplanationLine,
  MatchKind,
  MergePreview,
  ReviewCase,
  ReviewSide,
} from '@savner/contract/people';
import { composeHousehold } from './domain/households/compose-household.js';
import type { PlaceOf } from './domain/households/household-address.js';
import { fullName, tidyName } from './domain/names/display-name.js';
import { compareSideBySide } from './domain/matching/compare-side-by-side.js';
import { explainHousehold } from './domain/matching/explain-household.js';
import { explainAsking, explainPair } from './domain/matching/explain.js';
import type { TipFeatures } from './domain/matching/features.js';
import type { Rules } from './domain/matching/judge-pair.js';
import { type Scale, scorePair } from './domain/matching/score.js';
import { type AskedCase, type ReviewedSide, tipsOfSide } from './domain/matching/review-side.js';

export interface PresentRules {
  readonly informWithinDays: number;
  readonly placeOf: PlaceOf;
  readonly language: Language;
  readonly rules: Rules;
}

/** Sides that an answer has parted, by their places. */
export interface PartedSides {
  readonly now: ReviewCase['parted'];
  /** Answered before a tip was changed: the answer holds no longer. */
  readonly before: ReviewCase['parted'];
}

export function presentCase(
  { kind, sides, questions }: AskedCase,
  parted: PartedSides,
  rules: PresentRules,
): ReviewCase[] {
  const [first] = questions;
  if (!first) return [];
  return [
    {
      id: first.caseId,
      kind,
      sides: sides.map((side) => presentSide(kind, side)),
      fields: compareSideBySide(sides.map((side) => tipsOfSide(kind, side))),
      questions: questions.map((question) => ({
        a: question.a,
        b: question.b,
        ...explanation(question, sides, parted.before, rules),
      })),
      parted: parted.now,
      merged: presentMerged(kind, sides, rules),
      saves: { what: first.saves, count: first.savedCount },
      informBy: first.informBy.toISOString(),
    },
  ];
}

/** The record as it will look: several persons as one person, several households as one card. */
export function presentMerged(
  kind: MatchKind,
  sides: readonly ReviewedSide[],
  { informWithinDays, placeOf }: Pick<PresentRules, 'informWithinDays' | 'placeOf'>,
): MergePreview {
  const households = [...new Map(sides.map((side) => [side.householdId, side.contents])).values()];
  const persons = new Set(sides.map(({ tip }) => tip.personId));
  const onePerson = sides[0]?.tip.personId ?? null;
  const tips = households
    .flatMap((household) => household.tips)
    .map((tip) => (kind === 'person' && persons.has(tip.personId) ? { ...tip, personId: onePerson } : tip));
  const facts = households.flatMap((household) => household.facts);
  const merged = composeHousehold({ tips, facts, isPossibleDuplicate: false, informWithinDays, placeOf });
  return {
    displayName: merged.displayName,
    namesOnCard: [...merged.namesOnCard],
    address: merged.address,
    phones: merged.phones.map(({ number, state }) => ({ number, state })),
    emails: [...merged.emails],
    municipality: merged.municipality,
    tipCount: merged.tipCount,
  };
}

export function nameOf(features: TipFeatures | undefined): string {
  if (!features) return 'Slettet tips';
  const { given, surname } = features.written;
  return given === ''
    ? `Familien ${tidyName(surname)}`
    : fullName({ given: tidyName(given), surname: tidyName(surname) });
}

function presentSide(kind: MatchKind, { tip, householdId, contents }: ReviewedSide): ReviewSide {
  const group =
    kind === 'person' ? contents.tips.filter(({ personId }) => personId === tip.personId) : contents.tips;
  return {
    tipId: tip.id,
    personId: tip.personId,
    householdId,
    displayName: nameOf(tip.features),
    municipality: tip.municipality,
    tipCount: group.length,
    receivedAt: tip.receivedAt.toISOString(),
  };
}

/** Of the two tips the question was raised by; a side may show another tip of the same record. */
function explanation(
  { kind, tipA, tipB, probability, a: placeA, b: placeB }: AskedCase['questions'][number],
  sides: readonly ReviewedSide[],
  answeredBefore: ReviewCase['parted'],
  { language, rules }: Pick<PresentRules, 'language' | 'rules'>,
): Pick<ReviewCase['questions'][number], 'probability' | 'explanation' | 'asks'> {
  const tips = sides.flatMap(({ contents }) => contents.tips);
  const [a, b] = [tipA, tipB].map((tipId) => tips.find(({ id }) => id === tipId)?.features);
  if (!a || !b) return { probability, explanation: [], asks: null };
  const lines = explainTips(kind, a, b, { language, scale: rules });
  if (kind === 'household') return { probability, explanation: lines, asks: null };
  const score = scorePair(a, b, rules);
  const isAnswered = answeredBefore.some((pair) => pair.a === placeA && pair.b === placeB);
  const asks = explainAsking(score, rules, language, isAnswered ? 'answered' : 'others');
  return { probability: asks === null ? score.probability : probability, explanation: lines, asks };
}

/** Why two tips are, or may be, about one person or of one household. */
export function explainTips(
  kind: MatchKind,
  a: TipFeatures,
  b: TipFeatures,
  { language, scale }: { readonly language: Language; readonly scale: Scale },
): ExplanationLine[] {
  if (kind === 'household') return [{ text: explainHousehold(a, b, language), bits: 0 }];
  return explainPair(a, b, scale, language).map(({ text, bits }) => ({
    text: text.slice(0, 1).toUpperCase() + text.slice(1),
    bits,
  }));
}
