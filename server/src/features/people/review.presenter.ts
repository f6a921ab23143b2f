import type { Language } from '@savner/contract/common';
import type { Decision, ReviewPair } from '@savner/contract/people';
import { composeHousehold } from './domain/households/compose-household.js';
import type { PlaceOf } from './domain/households/household-address.js';
import { fullName, tidyName } from './domain/names/display-name.js';
import { compareSideBySide } from './domain/matching/compare-side-by-side.js';
import { explainHousehold } from './domain/matching/explain-household.js';
import { explainPair } from './domain/matching/explain.js';
import type { TipFeatures } from './domain/matching/features.js';
import type { MatchModel } from './domain/matching/model.js';
import type { AnsweredPair, ReviewedSide, StoredQuestion } from './domain/matching/review-side.js';

export function presentPair(
  question: StoredQuestion,
  left: ReviewedSide,
  right: ReviewedSide,
  informWithinDays: number,
  placeOf: PlaceOf,
  language: Language,
  model: MatchModel,
): ReviewPair {
  return {
    kind: question.kind,
    tipA: question.tipA,
    tipB: question.tipB,
    probability: question.probability,
    left: presentSide(question, left),
    right: presentSide(question, right),
    fields: compareSideBySide(left.tip, right.tip),
    explanation: explanation(question, left.tip.features, right.tip.features, language, model),
    merged: preview(question, left, right, informWithinDays, placeOf),
  };
}

export function presentDecision(
  rows: readonly AnsweredPair[],
  undo: { readonly undoneAt: Date; readonly undoneBy: string } | null,
  features: ReadonlyMap<string, TipFeatures>,
): Decision | null {
  const [first] = rows;
  if (!first) return null;
  const tipIds = [...new Set(rows.flatMap(({ tipA, tipB }) => [tipA, tipB]))];
  return {
    id: first.actId,
    kind: first.kind,
    verdict: first.verdict,
    origin: first.origin,
    tips: tipIds.map((tipId) => ({ tipId, displayName: nameOf(features.get(tipId)) })),
    decidedBy: first.decidedBy,
    decidedAt: first.decidedAt.toISOString(),
    why: first.why,
    undoneAt: undo?.undoneAt.toISOString() ?? null,
    undoneBy: undo?.undoneBy ?? null,
  };
}

function presentSide(
  { kind }: StoredQuestion,
  { tip, householdId, contents }: ReviewedSide,
): ReviewPair['left'] {
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

function explanation(
  { kind }: StoredQuestion,
  a: TipFeatures,
  b: TipFeatures,
  language: Language,
  model: MatchModel,
): ReviewPair['explanation'] {
  if (kind === 'household') return [{ text: explainHousehold(a, b, language), bits: 0 }];
  return explainPair(a, b, model, language).map(({ text, bits }) => ({
    text: text.slice(0, 1).toUpperCase() + text.slice(1),
    bits,
  }));
}

/** The record as it will look: for two persons one person, for two households one card. */
function preview(
  { kind }: StoredQuestion,
  left: ReviewedSide,
  right: ReviewedSide,
  informWithinDays: number,
  placeOf: PlaceOf,
): ReviewPair['merged'] {
  const isSharedHousehold = left.householdId === right.householdId;
  const others = isSharedHousehold ? [] : right.contents.tips;
  const tips = [...left.contents.tips, ...others].map((tip) =>
    kind === 'person' && tip.personId === right.tip.personId ? { ...tip, personId: left.tip.personId } : tip,
  );
  const facts = [...left.contents.facts, ...(isSharedHousehold ? [] : right.contents.facts)];
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

function nameOf(features: TipFeatures | undefined): string {
  if (!features) return 'Slettet tips';
  const { given, surname } = features.written;
  return given === ''
    ? `Familien ${tidyName(surname)}`
    : fullName({ given: tidyName(given), surname: tidyName(surname) });
}
