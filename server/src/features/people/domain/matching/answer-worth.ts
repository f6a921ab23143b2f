import type { Saving } from '@savner/contract/people';

/** What is known of a household that a case asks about. */
export interface AskedHousehold {
  readonly id: string;
  /** No card and no call, for a reason nobody may look past. */
  readonly isStopped: boolean;
  /** Name and address are there: but for the question, it would get its card. */
  readonly isReadyForCard: boolean;
  /** There is a number that works. */
  readonly canBeCalled: boolean;
  readonly informBy: Date;
}

export interface AnswerWorth {
  /** Higher is asked first. */
  readonly worth: number;
  readonly saves: Saving;
  /** How many cards, calls or entries it is about. */
  readonly count: number;
  /** The first date one of them must be informed by. */
  readonly informBy: Date;
}

/**
 * What an answer saves. A card to somebody who must not have one is worst; then one household that gets several cards,
 * then several calls, then a card that cannot be sent before the answer. Where nothing will be sent, nothing hurries.
 * Lists are sorted by worth, then by the date somebody must be informed, then by how likely a yes is.
 */
export function worthOf(households: readonly AskedHousehold[]): AnswerWorth {
  const distinct = [...new Map(households.map((one) => [one.id, one])).values()];
  const living = distinct.filter((one) => !one.isStopped);
  const informBy = earliest(living.length > 0 ? living : distinct);
  const cards = living.filter((one) => one.isReadyForCard).length;
  const calls = living.filter((one) => one.canBeCalled).length;
  if (living.length === 0) return { worth: 0, saves: 'records', count: distinct.length, informBy };
  if (living.length < distinct.length) {
    return { worth: 5, saves: 'stopped_card', count: living.length, informBy };
  }
  if (cards > 1) return { worth: 4, saves: 'cards', count: cards, informBy };
  if (calls > 1) return { worth: 3, saves: 'calls', count: calls, informBy };
  if (cards === 1) return { worth: 2, saves: 'waiting_card', count: 1, informBy };
  return { worth: 1, saves: 'records', count: distinct.length, informBy };
}

function earliest(households: readonly AskedHousehold[]): Date {
  return new Date(Math.min(...households.map(({ informBy }) => informBy.getTime())));
}
