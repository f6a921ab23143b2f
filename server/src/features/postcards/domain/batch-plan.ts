import {
  type AddressBlock,
  addressBlock,
  type AddressProblem,
  type PostcodeRegister,
  postalKey,
  type Recipient,
} from './address-block.js';
import { cardName } from './card-name.js';
import type { LayoutProblem } from './layout.js';

/** A household as the planning must know it. */
export interface Candidate extends Recipient {
  readonly householdId: string;
  readonly municipality: string;
  readonly displayName: string;
  /** Households that were merged into this one: a card to one of them was a card to these people. */
  readonly formerIds: readonly string[];
  readonly informBy: Date;
  readonly obstacle: CandidateObstacle | null;
}

/** Why people's room does not hand the household over. */
type CandidateObstacle =
  | 'blocked'
  | 'wrong_person'
  | 'possible_duplicate'
  | 'no_name'
  | 'no_address'
  | 'address_returned'
  | 'incomplete_address';

export type LeftOutReason =
  | CandidateObstacle
  | AddressProblem
  | 'address_does_not_fit'
  | 'missing_glyph'
  | 'already_in_batch'
  | 'already_posted';

interface PlannedCard {
  readonly householdId: string;
  readonly municipality: string;
  readonly name: string;
  readonly block: AddressBlock;
  /** As people's room knows it. */
  readonly address: Pick<Candidate, 'street' | 'postcode' | 'place' | 'country'>;
  readonly informBy: Date;
}

export interface LeftOutHousehold {
  readonly householdId: string;
  readonly municipality: string;
  readonly name: string;
  readonly informBy: Date;
  readonly reason: LeftOutReason;
  /** The letters no font has; empty for the other reasons. */
  readonly letters: string;
}

export interface BatchPlan {
  /** Sorted for the post: Norwegian postcodes rising, then abroad by country; the same order for the same input. */
  readonly cards: readonly PlannedCard[];
  readonly leftOut: readonly LeftOutHousehold[];
  /** Households that would get a card were there no limit. */
  readonly readyCount: number;
}

export interface PlanRules {
  /** What has become of the household's card so far. */
  readonly cardState: (householdId: string) => 'none' | 'in_batch' | 'posted';
  readonly postcodes: PostcodeRegister;
  /** Whether the address can be set in the template's address area. */
  readonly check: (lines: readonly string[]) => LayoutProblem | null;
  /** Most cards in the batch; null for no limit. */
  readonly limit: number | null;
}

/** Decides who gets a card and who does not, and why. With a limit, those who must be informed first go first. */
export function planBatch(candidates: readonly Candidate[], rules: PlanRules): BatchPlan {
  const ready: PlannedCard[] = [];
  const leftOut: LeftOutHousehold[] = [];
  for (const candidate of candidates) {
    const judged = judge(candidate, rules);
    if ('reason' in judged) leftOut.push(judged);
    else ready.push(judged);
  }
  const urgent = ready.sort(byInformBy);
  const chosen = rules.limit === null ? urgent : urgent.slice(0, rules.limit);
  return { cards: [...chosen].sort(byPost), leftOut: leftOut.sort(byInformBy), readyCount: ready.length };
}

function judge(candidate: Candidate, rules: PlanRules): PlannedCard | LeftOutHousehold {
  const { householdId, municipality, informBy } = candidate;
  const without = (reason: LeftOutReason, letters = ''): LeftOutHousehold => ({
    householdId,
    municipality,
    informBy,
    name: candidate.displayName,
    reason,
    letters,
  });
  const state = latestState([householdId, ...candidate.formerIds].map(rules.cardState));
  if (state === 'posted') return without('already_posted');
  if (candidate.obstacle === 'blocked') return without('blocked');
  if (state === 'in_batch') return without('already_in_batch');
  if (candidate.obstacle !== null) return without(candidate.obstacle);
  const address = addressBlock(candidate, rules.postcodes);
  if (!address.ok) return without(address.problem);
  const problem = rules.check(address.block.lines);
  if (problem?.kind === 'missing_glyph') return without('missing_glyph', problem.letters);
  if (problem) return without('address_does_not_fit');
  const { street, postcode, place, country } = candidate;
  const name = cardName(candidate.names);
  const known = { street, postcode, place, country };
  return { householdId, municipality, informBy, name, block: address.block, address: known };
}

type CardProgress = ReturnType<PlanRules['cardState']>;

function latestState(states: readonly CardProgress[]): CardProgress {
  if (states.includes('posted')) return 'posted';
  return states.includes('in_batch') ? 'in_batch' : 'none';
}

function byInformBy(
  left: { readonly informBy: Date; readonly householdId: string },
  right: { readonly informBy: Date; readonly householdId: string },
): number {
  return left.informBy.getTime() - right.informBy.getTime() || compare(left.householdId, right.householdId);
}

function byPost(left: PlannedCard, right: PlannedCard): number {
  return (
    compare(postalKey(left.block), postalKey(right.block)) || compare(left.householdId, right.householdId)
  );
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
