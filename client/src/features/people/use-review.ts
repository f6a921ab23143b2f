import { useEffect, useReducer, useRef } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { getToday } from '@savner/contract/insight';
import {
  listDecisions,
  listHouseholds,
  listMatches,
  undoDecision,
  type MatchKind,
} from '@savner/contract/people';
import { ConnectionError } from '../../lib/api/api-error.js';
import { newKey } from '../../lib/api/new-key.js';
import { useEndpoint, useSend } from '../../lib/api/use-endpoint.js';
import { answersOf, type CaseAnswer, keyOf } from './case-answers.js';
import { newSitting, nextCase, type Said, sit, type Step } from './review-sitting.js';
import { useAnswerOutbox } from './use-answer-outbox.js';

const pageSize = 25;
const refreshes = [listMatches, listDecisions, listHouseholds, getToday];

/** A key pressed twice must not answer the case that comes up in between: nobody has read it so soon. */
const soonestAnswer = 300;

interface ReviewOptions {
  readonly campaignId: string;
  /** Whose answers: they wait on the device under this name when the line is down. */
  readonly userId: string;
  readonly kind: MatchKind | undefined;
}

/**
 * One case at a time. An answer is sent at once and the next case comes up without waiting for it; a refused answer
 * brings its case back, and one that the line would not take is kept. Cases put off come last, in this sitting only.
 */
export function useReview({ campaignId, userId, kind }: ReviewOptions) {
  const [sitting, tell] = useReducer(sit, newSitting);
  const queries = useQueryClient();
  const undoing = useSend(undoDecision, refreshes);
  const stored = useRef(new Map<string, string>());
  const outbox = useAnswerOutbox(`${userId} ${campaignId}`, {
    onStored: ({ key }, decisionId) => {
      stored.current.set(key, decisionId);
      tell({ kind: 'stored', answerKey: key, decisionId });
      for (const { path } of refreshes) void queries.invalidateQueries({ queryKey: [path] });
    },
    onRefused: ({ key }, problem) => tell({ kind: 'refused', answerKey: key, problem }),
  });

  const putOff = sitting.steps.filter(({ answerKey }) => answerKey === null);
  const page = 1 + Math.floor(putOff.length / pageSize);
  const params = { campaignId };
  const reading = useEndpoint(listMatches, { params, query: { kind, page, pageSize } });
  const ahead = useEndpoint(
    listMatches,
    { params, query: { kind, page: page + 1, pageSize } },
    { when: (reading.data?.total ?? 0) > page * pageSize },
  );
  const behind = new Set(outbox.unsent.map(({ caseKey }) => caseKey));
  const waiting = [...(reading.data?.cases ?? []), ...(ahead.data?.cases ?? [])];
  const asked = nextCase(sitting, waiting, behind);
  const mayAnswer = useReadingTime(asked === null ? null : keyOf(asked));

  const answer = (said: CaseAnswer, why: string) => {
    if (asked === null || !mayAnswer()) return;
    const key = newKey();
    outbox.send({
      key,
      caseKey: keyOf(asked),
      isTried: false,
      request: { params, body: { key, kind: asked.kind, answers: answersOf(asked, said), why: why.trim() } },
    });
    tell({ kind: 'answered', asked, answerKey: key, said: wordFor(said) });
  };
  const later = () => {
    if (asked !== null && mayAnswer()) tell({ kind: 'put_off', asked });
  };
  const takeBack = async (step: Step) => {
    if (step.answerKey === null || outbox.withdraw(step.answerKey)) return;
    await outbox.flush();
    const decisionId = stored.current.get(step.answerKey);
    if (decisionId === undefined) throw new ConnectionError('The answer is still on its way');
    await undoing.mutateAsync({ params: { campaignId, decisionId } });
  };
  const undo = async () => {
    const step = sitting.steps.at(-1);
    if (step === undefined || undoing.isPending) return;
    try {
      await takeBack(step);
      tell({ kind: 'taken_back', step });
    } catch (problem) {
      tell({ kind: 'not_taken_back', problem });
    }
  };

  return {
    reading,
    asked,
    putOff: putOff.length,
    unsent: outbox.unsent.length,
    canUndo: sitting.steps.length > 0,
    said: sitting.said,
    problem: sitting.problem,
    answer,
    later,
    undo: () => void undo(),
    takeUpPutOff: () => tell({ kind: 'taken_up' }),
  };
}

export type Review = ReturnType<typeof useReview>;

/** Answers whether what is shown has been there long enough to be meant. */
function useReadingTime(shown: string | null): () => boolean {
  const since = useRef(0);
  const isFirst = useRef(true);
  useEffect(() => {
    since.current = isFirst.current ? 0 : performance.now();
    isFirst.current = shown === null;
  }, [shown]);
  return () => since.current === 0 || performance.now() - since.current >= soonestAnswer;
}

function wordFor(said: CaseAnswer): Said {
  if (said === 'all') return 'same';
  return said === 'none' ? 'not_same' : 'some';
}
