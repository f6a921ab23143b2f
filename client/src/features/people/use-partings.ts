import { getToday } from '@savner/contract/insight';
import {
  decideMatch,
  getHousehold,
  listDecisions,
  listHouseholds,
  listJoins,
  listMatches,
  readTies,
  undoDecision,
  type MatchKind,
  type Tie,
} from '@savner/contract/people';
import { useSend } from '../../lib/api/use-endpoint.js';

const refreshes = [readTies, listJoins, getHousehold, listHouseholds, listMatches, listDecisions, getToday];

/** Parts what the program has joined, takes back what somebody has answered, and puts the last parting back. */
export function usePartings(campaignId: string) {
  const deciding = useSend(decideMatch, refreshes);
  const undoing = useSend(undoDecision, refreshes);
  const part = (kind: MatchKind, { a, b }: Tie) => {
    undoing.reset();
    const answers = [{ tipA: a.tipId, tipB: b.tipId, verdict: 'not_same' as const }];
    deciding.mutate({ params: { campaignId }, body: { kind, answers } });
  };
  const undo = (decisionId: string) => {
    deciding.reset();
    undoing.mutate({ params: { campaignId, decisionId } });
  };
  return {
    part,
    undo,
    problem: deciding.error ?? undoing.error,
    /** What has just been parted. */
    parted: deciding.data ?? null,
    hasUndone: undoing.data !== undefined,
  };
}

export type Partings = ReturnType<typeof usePartings>;
