import { useEffect, useReducer, useRef } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { getToday } from '@savner/contract/insight';
import {
  listDecisions,
  listHouseholds,
  listMatches,
  undoDecision,
  type MatchKind,
  type ReviewCase,
} from '@savner/contract/people';
import { ConnectionError } from '../../lib/api/api-error.js';
import { newKey } from '../../lib/api/new-key.js';
import { useSend } from '../../lib/api/use-endpoint.js';
import { answersOf, type CaseAnswer, keyOf } from './case-answers.js';
import { newSitting, openCases, type Said, sit, type Step } from './review-sitting.js';
import { useAnswerOutbox } from './use-answer-outbox.js';
import { usePutOff } from './use-put-off.js';
import { useWaitingCases } from './use-waiting-cases.js';

const refreshes = [listMatches, listDecisions, listHouseholds, getToday];

/** A key pressed twice must not answer the case that comes up in between: nobody has read it so soon. */
const soonestAnswer = 300;

interface ReviewOptions {
  readonly campaignId: string;
  /** Whose answers: they wait on the device under this name when the line is down. */
  readonly userId: string;
  readonly kind: MatchKind | undefined;
  /** Which of those put off is looked at, from 1; 0 for the way through the others. */
  readonly putOffAt: number;
  readonly onPutOffAt: (place: number) => void;
}

/**
 * One case at a time. An answer is sent at once and the next case comes up without waiting for it; a refused answer
 * brings its case back, and one that the line would not take is kept. Cases put off stay so until they are looked at.
 */
export function useReview({ campaignId, userId, kind, putOffAt, onPutOffAt }: ReviewOptions) {
  const [sitting, tell] = useReducer(sit, newSitting);
  const queries = useQueryClient();
  const undoing = useSend(undoDecision, refreshes);
  const stored = useRef(new Map<string, string>());
  const owner = `${userId} ${campaignId}`;
  const putOff = usePutOff(owner);
  const outbox = useAnswerOutbox(owner, {
    onStored: ({ key }, decisionId) => {
      stored.current.set(key, decisionId);
      tell({ kind: 'stored', answerKey: key, decisionId });
      for (const { path } of refreshes) void queries.invalidateQueries({ queryKey: [path] });
    },
    onRefused: ({ key }, problem) => tell({ kind: 'refused', answerKey: key, problem }),
  });

  const params = { campaignId };
  const behind = new Set(outbox.unsent.map(({ caseKey }) => caseKey));
  const open = (cases: readonly ReviewCase[]) => openCases(sitting, cases, behind);
  const isPutOff = (one: ReviewCase) => putOff.keys.includes(keyOf(one));
  const { first, cases, isLooking, isWhole } = useWaitingCases({
    campaignId,
    kind,
    isEnough: (read) =>
      putOffAt === 0
        ? sitting.broughtBack !== null || open(read).some((one) => !isPutOff(one))
        : open(read).filter(isPutOff).length >= putOff.keys.length,
  });
  const waiting = open(cases);
  const later = waiting.filter(isPutOff);
  const putOffCount = isWhole ? later.length : putOff.keys.length;
  const place = Math.min(putOffAt, later.length);
  const looked = place === 0 ? waiting.find((one) => !isPutOff(one)) : later[place - 1];
  const asked = sitting.broughtBack ?? looked ?? null;
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
    putOff.remove(keyOf(asked));
    tell({ kind: 'answered', asked, answerKey: key, said: wordFor(said) });
  };
  const goTo = (to: number) => {
    if (isWhole && kind === undefined) putOff.keepOnly(later.map(keyOf));
    tell({ kind: 'moved' });
    onPutOffAt(to);
  };
  const putOffThis = () => {
    if (asked === null || !mayAnswer()) return;
    putOff.add(keyOf(asked));
    if (place === 0 || sitting.broughtBack !== null) tell({ kind: 'put_off', asked });
    else goTo(place < later.length ? place + 1 : 1);
  };
  const takeBack = async (step: Step) => {
    if (step.answerKey === null) return putOff.remove(step.caseKey);
    if (outbox.withdraw(step.answerKey)) return;
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
    reading: first,
    isLooking,
    asked,
    /** How many are put off, and which of them is looked at, from 1; 0 for none. */
    putOff: { count: putOffCount, at: place, goTo },
    unsent: outbox.unsent.length,
    canUndo: sitting.steps.length > 0,
    said: sitting.said,
    problem: sitting.problem,
    answer,
    later: putOffThis,
    undo: () => void undo(),
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
