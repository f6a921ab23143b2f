import type { Language } from '@savner/contract/common';
import type { ExplanationLine, MatchKind, Tie, TiedTip } from '@savner/contract/people';
import type { TipFeatures } from './domain/matching/features.js';
import type { Edge } from './domain/matching/judge-pair.js';
import type { AnsweredPair } from './domain/matching/review-side.js';
import { type Scale, scorePair } from './domain/matching/score.js';
import { explainTips, nameOf } from './review.presenter.js';

/** An answer as a pair of tips. */
export interface JoiningAnswer {
  readonly a: string;
  readonly b: string;
  readonly answer: Pick<AnsweredPair, 'actId' | 'decidedBy' | 'decidedAt' | 'why'>;
}

export interface TieKnowledge {
  readonly features: ReadonlyMap<string, TipFeatures>;
  /** When each tip came. */
  readonly received: ReadonlyMap<string, Date>;
  readonly scale: Scale;
  readonly language: Language;
}

/** What joins two tips, in words; nothing of tips that are no more. */
export function presentTie(kind: MatchKind, joint: JoiningAnswer | Edge, known: TieKnowledge): Tie[] {
  const [a, b] = [known.features.get(joint.a), known.features.get(joint.b)];
  const [tipA, tipB] = [presentTip(joint.a, known), presentTip(joint.b, known)];
  if (!a || !b || !tipA || !tipB) return [];
  const isLater = tipA.receivedAt > tipB.receivedAt;
  const explanation: ExplanationLine[] = explainTips(kind, a, b, known);
  return [
    {
      a: isLater ? tipB : tipA,
      b: isLater ? tipA : tipB,
      probability: kind === 'household' ? null : scorePair(a, b, known.scale).probability,
      explanation,
      answer: 'answer' in joint ? presentAnswer(joint.answer) : null,
    },
  ];
}

function presentTip(tipId: string, { features, received }: TieKnowledge): TiedTip | null {
  const at = received.get(tipId);
  return at ? { tipId, displayName: nameOf(features.get(tipId)), receivedAt: at.toISOString() } : null;
}

function presentAnswer({ actId, decidedBy, decidedAt, why }: JoiningAnswer['answer']): Tie['answer'] {
  return { decisionId: actId, decidedBy, decidedAt: decidedAt.toISOString(), why };
}
