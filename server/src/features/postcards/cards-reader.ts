import { Injectable } from '@nestjs/common';
import type { CardState } from './domain/batch.js';
import { type OpenOrPosted, PostcardsRepository } from './postcards.repository.js';

export interface CardCounts {
  readonly inBatch: number;
  readonly posted: number;
}

/** What other rooms may know about cards. */
@Injectable()
export class CardsReader {
  constructor(private readonly repository: PostcardsRepository) {}

  /** Card states of a campaign's households by household id; a household without a card is not in it. */
  async statesIn(campaignId: string): Promise<ReadonlyMap<string, CardState>> {
    const rows = await this.repository.cardStates(campaignId);
    return new Map(rows.map((row) => [row.householdId, toState(row)]));
  }

  /** The same for a few hundred households at most, whatever their campaign. */
  async statesOf(householdIds: readonly string[]): Promise<ReadonlyMap<string, CardState>> {
    const rows = await this.repository.householdStates(householdIds);
    return new Map(rows.map((row) => [row.householdId, toState(row)]));
  }

  async stateOf(householdId: string): Promise<CardState> {
    return (await this.statesOf([householdId])).get(householdId) ?? { state: 'none' };
  }

  /** Households with a card in a batch or in the post, per municipality number. */
  async countsIn(campaignId: string): Promise<ReadonlyMap<string, CardCounts>> {
    const latest = new Map(
      (await this.repository.cardStates(campaignId)).map((row) => [row.householdId, row]),
    );
    const counts = new Map<string, CardCounts>();
    for (const row of latest.values()) {
      const before = counts.get(row.municipality) ?? { inBatch: 0, posted: 0 };
      counts.set(row.municipality, {
        inBatch: before.inBatch + (row.state === 'in_batch' ? 1 : 0),
        posted: before.posted + (row.state === 'posted' ? 1 : 0),
      });
    }
    return counts;
  }
}

function toState(row: OpenOrPosted): CardState {
  return row.state === 'posted' ? { state: 'posted', postedOn: row.postedOn ?? '' } : { state: 'in_batch' };
}
