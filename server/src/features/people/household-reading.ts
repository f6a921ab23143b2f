import { Injectable } from '@nestjs/common';
import { TipsReader } from '../tips/index.js';
import type { RecordedFact } from './domain/households/household-fact.js';
import type { DetailTip } from './domain/households/household-detail.js';
import { FeaturesRepository } from './features.repository.js';
import { HouseholdsRepository } from './households.repository.js';
import { MembershipsRepository } from './memberships.repository.js';

export interface HouseholdContents {
  readonly tips: DetailTip[];
  readonly facts: RecordedFact[];
}

/** Gathers what households are made of: their tips, and what has been learnt since. */
@Injectable()
export class HouseholdReading {
  constructor(
    private readonly tips: TipsReader,
    private readonly memberships: MembershipsRepository,
    private readonly features: FeaturesRepository,
    private readonly households: HouseholdsRepository,
  ) {}

  async contents(householdIds: readonly string[]): Promise<ReadonlyMap<string, HouseholdContents>> {
    const places = await this.memberships.ofHouseholds(householdIds);
    const tipIds = places.map(({ tipId }) => tipId);
    const records = new Map((await this.tips.byIds(tipIds)).map((tip) => [tip.id, tip]));
    const rows = new Map((await this.features.find(tipIds)).map((row) => [row.tipId, row]));
    const births = [...rows.values()].map((row) => row.birthHouseholdId);
    const facts = await this.households.facts(births);
    const contents = new Map<string, HouseholdContents>(
      householdIds.map((id) => [id, { tips: [], facts: [] }]),
    );
    for (const { tipId, personId, householdId } of places) {
      const [record, row, held] = [records.get(tipId), rows.get(tipId), contents.get(householdId)];
      if (!record || !row || !held) continue;
      held.tips.push({ ...record, features: row.features, personId, birthHouseholdId: row.birthHouseholdId });
      held.facts.push(...facts.filter((fact) => fact.householdId === row.birthHouseholdId));
    }
    return contents;
  }
}
