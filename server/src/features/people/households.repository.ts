import { Injectable } from '@nestjs/common';
import type { BlockReason, HouseholdStage, SortingReason } from '@savner/contract/people';
import { type FindOptionsWhere, In, IsNull, LessThanOrEqual, Not } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { type HouseholdFact, type RecordedFact, standingFacts } from './domain/households/household-fact.js';
import type { FactOwner } from './domain/households/fact-owners.js';
import { HouseholdFactRow } from './household-fact.entity.js';
import { HouseholdRow } from './household.entity.js';
import { PersonRow } from './person.entity.js';

export interface HouseholdFilter {
  readonly campaignId: string;
  /** Already folded. */
  readonly search?: string | undefined;
  readonly municipality?: string | undefined;
  readonly stage?: HouseholdStage | undefined;
  readonly sortingReason?: SortingReason | undefined;
  /** Households stopped for these reasons are left out. */
  readonly without?: readonly BlockReason[] | undefined;
  readonly order: 'name' | 'inform_by' | 'tips';
  readonly page: number;
  readonly pageSize: number;
}

@Injectable()
export class HouseholdsRepository {
  constructor(private readonly database: Database) {}

  async mergedInto(ids: readonly string[]): Promise<string[]> {
    return (await this.database.rows.find(HouseholdRow, 'mergedInto', ids)).map(({ id }) => id);
  }

  async find(ids: readonly string[]): Promise<HouseholdRow[]> {
    return this.database.rows.find(HouseholdRow, 'id', ids);
  }

  async save(rows: readonly HouseholdRow[]): Promise<void> {
    await this.database.rows.upsert(HouseholdRow, rows);
  }

  async delete(ids: readonly string[]): Promise<void> {
    await this.database.rows.delete(HouseholdRow, 'id', ids);
    await this.database.rows.delete(HouseholdFactRow, 'householdId', ids);
  }

  async findPersons(ids: readonly string[]): Promise<PersonRow[]> {
    return this.database.rows.find(PersonRow, 'id', ids);
  }

  async savePersons(rows: readonly PersonRow[]): Promise<void> {
    await this.database.rows.upsert(PersonRow, rows);
  }

  async deletePersons(ids: readonly string[]): Promise<void> {
    await this.database.rows.delete(PersonRow, 'id', ids);
  }

  /** Living households per municipality number. */
  async countsPerMunicipality(campaignId: string): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.select<{ municipality: string; count: number | string }>(
      `SELECT municipality, COUNT(*) AS count FROM household
       WHERE campaign_id = ? AND retired_at IS NULL GROUP BY municipality`,
      [campaignId],
    );
    return new Map(rows.map(({ municipality, count }) => [municipality, Number(count)]));
  }

  async waiting(campaignId: string) {
    const living = { campaignId, retiredAt: IsNull() };
    const count = (where: FindOptionsWhere<HouseholdRow>) =>
      this.database.reader.countBy(HouseholdRow, where);
    return {
      sorting: await count({ ...living, stage: 'sorting' }),
      missingAddress: await count({
        ...living,
        stage: 'sorting',
        sortingReason: In(['no_address', 'no_contact']),
      }),
      returnedCards: await count({ ...living, stage: 'sorting', sortingReason: 'address_returned' }),
    };
  }

  async informBefore(campaignId: string, limit: Date): Promise<string[]> {
    const rows = await this.database.reader.find(HouseholdRow, {
      select: { id: true },
      where: { campaignId, retiredAt: IsNull(), stage: Not('blocked'), informBy: LessThanOrEqual(limit) },
    });
    return rows.map(({ id }) => id);
  }

  /** The facts that stand. */
  async facts(householdIds: readonly string[]): Promise<RecordedFact[]> {
    const rows = await this.database.rows.find(HouseholdFactRow, 'householdId', householdIds);
    return standingFacts(
      rows.map(({ id, householdId, tipId, fact, origin, toldBy, at, why, reportId }) => ({
        id,
        householdId,
        tipId,
        fact,
        origin,
        by: toldBy,
        at,
        why,
        reportId,
      })),
    );
  }

  async addFacts(
    rows: readonly (Omit<HouseholdFactRow, 'fact'> & { readonly fact: HouseholdFact })[],
  ): Promise<void> {
    await this.database.writer.insert(HouseholdFactRow, [...rows]);
  }

  /** Where everything that a report told is kept. */
  async ownersOfReport(reportId: string): Promise<FactOwner[]> {
    const rows = await this.database.reader.findBy(HouseholdFactRow, { reportId });
    return [...new Map(rows.map((row) => [`${row.householdId} ${row.tipId ?? ''}`, row])).values()].map(
      ({ householdId, tipId }) => ({ householdId, tipId }),
    );
  }

  async deleteFactsOfTips(tipIds: readonly string[]): Promise<void> {
    await this.database.rows.delete(HouseholdFactRow, 'tipId', tipIds);
  }

  /** Facts told about one household follow its tips to another. */
  async moveFacts(from: string, to: string): Promise<void> {
    await this.database.writer.update(HouseholdFactRow, { householdId: from }, { householdId: to });
  }

  async page(filter: HouseholdFilter): Promise<{ households: HouseholdRow[]; total: number }> {
    const query = this.database.reader
      .createQueryBuilder(HouseholdRow, 'household')
      .where('household.campaignId = :campaignId AND household.retiredAt IS NULL', {
        campaignId: filter.campaignId,
      });
    if (filter.municipality) query.andWhere('household.municipality = :municipality', filter);
    if (filter.stage) query.andWhere('household.stage = :stage', filter);
    if (filter.sortingReason) query.andWhere('household.sortingReason = :sortingReason', filter);
    for (const [index, reason] of (filter.without ?? []).entries()) {
      query.andWhere(`(household.blockReason IS NULL OR household.blockReason <> :without${index})`, {
        [`without${index}`]: reason,
      });
    }
    for (const [index, word] of (filter.search ?? '').split(' ').entries()) {
      if (word === '') continue;
      query.andWhere(`household.searchKey LIKE :word${index} ESCAPE '!'`, {
        [`word${index}`]: `%${escaped(word)}%`,
      });
    }
    const [households, total] = await query
      .orderBy(orderColumn[filter.order], filter.order === 'tips' ? 'DESC' : 'ASC')
      .addOrderBy('household.sortKey', 'ASC')
      .addOrderBy('household.id', 'ASC')
      .offset((filter.page - 1) * filter.pageSize)
      .limit(filter.pageSize)
      .getManyAndCount();
    return { households, total };
  }

  async countByStage(
    campaignId: string,
    municipality?: string,
  ): Promise<ReadonlyMap<HouseholdStage, number>> {
    const rows = await this.database.select<{ stage: HouseholdStage; count: number | string }>(
      `SELECT stage, COUNT(*) AS count FROM household
       WHERE campaign_id = ? AND retired_at IS NULL ${municipality ? 'AND municipality = ?' : ''} GROUP BY stage`,
      municipality ? [campaignId, municipality] : [campaignId],
    );
    return new Map(rows.map(({ stage, count }) => [stage, Number(count)]));
  }

  /** Every living household of a campaign in the given stage, in list order. */
  async inStage(campaignId: string, stage: HouseholdStage, municipality?: string): Promise<HouseholdRow[]> {
    return this.database.reader.find(HouseholdRow, {
      where: { campaignId, stage, ...(municipality ? { municipality } : {}), retiredAt: IsNull() },
      order: { sortKey: 'ASC', id: 'ASC' },
    });
  }
}

const orderColumn = {
  name: 'household.sortKey',
  inform_by: 'household.informBy',
  tips: 'household.tipCount',
} as const satisfies Record<HouseholdFilter['order'], string>;

function escaped(word: string): string {
  return word.replace(/[!%_]/g, (sign) => `!${sign}`);
}
