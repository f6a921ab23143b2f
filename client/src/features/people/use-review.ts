import { useState } from 'react';
import { getToday } from '@savner/contract/insight';
import {
  decideMatch,
  listDecisions,
  listHouseholds,
  listMatches,
  undoDecision,
  type MatchKind,
  type ReviewPair,
  type Verdict,
} from '@savner/contract/people';
import { useEndpoint, useSend } from '../../lib/api/use-endpoint.js';

const pageSize = 20;
const refreshes = [listMatches, listDecisions, listHouseholds, getToday];

/** Something this sitting can take back: an answer, or a pair that was put off. */
interface Step {
  readonly key: string;
  readonly pair: ReviewPair;
  /** Null for a pair that was only put off. */
  readonly decisionId: Promise<string> | null;
}

export type Said = Verdict | 'later' | 'undone' | null;

/**
 * One pair at a time. An answer is sent at once and the next pair comes up without waiting for it; a refused answer
 * brings its pair back. Pairs put off come last, in this sitting only.
 */
export function useReview(campaignId: string, kind: MatchKind | undefined) {
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [broughtBack, setBroughtBack] = useState<ReviewPair | null>(null);
  const [said, setSaid] = useState<Said>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const deciding = useSend(decideMatch, refreshes);
  const undoing = useSend(undoDecision, refreshes);

  const putOff = steps.filter((step) => step.decisionId === null);
  const reading = useEndpoint(listMatches, {
    params: { campaignId },
    query: { kind, page: 1 + Math.floor(putOff.length / pageSize), pageSize },
  });
  const behind = new Set(steps.map((step) => step.key));
  const pair = broughtBack ?? reading.data?.pairs.find((candidate) => !behind.has(keyOf(candidate))) ?? null;

  const leave = (left: ReviewPair, decisionId: Step['decisionId']) => {
    setBroughtBack(null);
    setProblem(null);
    setSteps((before) => [...before, { key: keyOf(left), pair: left, decisionId }]);
  };
  const comeBack = (returned: ReviewPair) => {
    setSteps((before) => before.filter((step) => step.key !== keyOf(returned)));
    setBroughtBack(returned);
  };
  const decide = (verdict: Verdict) => {
    if (pair === null) return;
    const { tipA, tipB } = pair;
    const decisionId = deciding
      .mutateAsync({ params: { campaignId }, body: { kind: pair.kind, tipA, tipB, verdict } })
      .then((answer) => answer.decisionId);
    leave(pair, decisionId);
    setSaid(verdict);
    decisionId.catch((error: unknown) => {
      comeBack(pair);
      setSaid(null);
      setProblem(error);
    });
  };
  const later = () => {
    if (pair === null) return;
    leave(pair, null);
    setSaid('later');
  };
  const undo = async () => {
    const last = steps.at(-1);
    if (last === undefined) return;
    try {
      const decisionId = await last.decisionId;
      if (decisionId !== null) await undoing.mutateAsync({ params: { campaignId, decisionId } });
      comeBack(last.pair);
      setSaid('undone');
      setProblem(null);
    } catch (error) {
      setProblem(error);
    }
  };
  const takeUpPutOff = () => setSteps((before) => before.filter((step) => step.decisionId !== null));

  return {
    reading,
    pair,
    putOff: putOff.length,
    canUndo: steps.length > 0,
    said,
    problem,
    decide,
    later,
    undo: () => void undo(),
    takeUpPutOff,
  };
}

/** Stands for a pair whichever way round it is. */
export function keyOf({ kind, tipA, tipB }: Pick<ReviewPair, 'kind' | 'tipA' | 'tipB'>): string {
  return [kind, ...[tipA, tipB].sort()].join(' ');
}
