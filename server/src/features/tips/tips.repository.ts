import { Injectable } from '@nestjs/common';
import type { TipSource } from '@savner/contract/tips';
import { In, type SelectQueryBuilder } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { type StoredTip, searchTextOf } from './domain/stored-tip.js';
import type { ReadTip } from './domain/read-tip.js';
import { TipRow } from './tip.entity.js';

export interface NewTip {
  readonly id: string;
  readonly campaignId: string;
  readonly idempotencyKey: string;
  readonly source: TipSource;
  readonly receivedAt: Date;
  readonly storedAt: Date;
  readonly enteredBy: string | null;
  readonly list: { readonly importId: string; readonly row: number; readonly ownId: string | null } | null;
  readonly tip: ReadTip;
}

export interface TipFilter {
  readonly campaignId: string;
  readonly municipality?: string | undefined;
  readonly source?: TipSource | undefined;
  readonly lacks?: 'phone' | 'address' | 'tipper' | undefined;
  /** False leaves out the tips that only the coordinator may see. */
  readonly withShielded: boolean;
  /** Folded; every one of them must be found. */
  readonly words: readonly string[];
}

/** Rows in one statement: both databases limit how many values it may hold. */
const rowsAtOnce = 300;

@Injectable()
export class TipsRepository {
  constructor(private readonly database: Database) {}

  /** Stores those whose key is not used yet in the campaign. Answers the ids that were stored, in the order given. */
  async insertNew(tips: readonly NewTip[]): Promise<string[]> {
    const stored: string[] = [];
    for (let start = 0; start < tips.length; start += rowsAtOnce) {
      const part = tips.slice(start, start + rowsAtOnce).map(toRow);
      await this.database.writer
        .createQueryBuilder()
        .insert()
        .into(TipRow)
        .values(part)
        .orIgnore()
        .updateEntity(false)
        .execute();
      stored.push(...(await this.#present(part.map(({ id }) => id))));
    }
    return stored;
  }

  /** Keys that are in use in the campaign. */
  async usedKeys(campaignId: string, keys: readonly string[]): Promise<ReadonlySet<string>> {
    const used = new Set<string>();
    for (let start = 0; start < keys.length; start += rowsAtOnce) {
      const rows = await this.database.reader.find(TipRow, {
        select: { id: true, idempotencyKey: true },
        where: { campaignId, idempotencyKey: In(keys.slice(start, start + rowsAtOnce)) },
      });
      for (const row of rows) used.add(row.idempotencyKey);
    }
    return used;
  }

  async shield(tipIds: readonly string[], isShielded: boolean): Promise<void> {
    for (let start = 0; start < tipIds.length; start += rowsAtOnce) {
      const ids = tipIds.slice(start, start + rowsAtOnce);
      const marks = ids.map(() => '?').join(', ');
      const sql = `UPDATE tip SET is_shielded = ? WHERE id IN (${marks}) AND is_shielded <> ?`;
      await this.database.store(sql, [isShielded, ...ids, isShielded]);
    }
  }

  async findByKey(campaignId: string, idempotencyKey: string): Promise<StoredTip | null> {
    const row = await this.database.reader.findOneBy(TipRow, { campaignId, idempotencyKey });
    return row && toTip(row);
  }

  async find(campaignId: string, id: string): Promise<StoredTip | null> {
    const row = await this.database.reader.findOneBy(TipRow, { campaignId, id });
    return row && toTip(row);
  }

  async byIds(ids: readonly string[]): Promise<StoredTip[]> {
    const rows = await this.database.rows.find(TipRow, 'id', ids);
    return rows.sort(byArrival).map(toTip);
  }

  /** The next page of a campaign's tips, oldest first. */
  async after(campaignId: string, last: StoredTip | null): Promise<StoredTip[]> {
    const query = this.#of({ campaignId, withShielded: true, words: [] })
      .orderBy('tip.receivedAt')
      .addOrderBy('tip.id')
      .take(rowsAtOnce);
    if (last) {
      query.andWhere('(tip.receivedAt > :at OR (tip.receivedAt = :at AND tip.id > :last))', {
        at: last.receivedAt.toISOString(),
        last: last.id,
      });
    }
    return (await query.getMany()).map(toTip);
  }

  /** Newest first. */
  async list(
    filter: TipFilter,
    page: number,
    pageSize: number,
  ): Promise<{ tips: StoredTip[]; total: number }> {
    const [rows, total] = await this.#of(filter)
      .orderBy('tip.receivedAt', 'DESC')
      .addOrderBy('tip.id', 'DESC')
      .skip((page - 1) * pageSize)
      .take(pageSize)
      .getManyAndCount();
    return { tips: rows.map(toTip), total };
  }

  async countsPerMunicipality(campaignId: string): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.select<{ municipality: string; tips: number | string }>(
      'SELECT municipality, COUNT(*) AS tips FROM tip WHERE campaign_id = ? GROUP BY municipality',
      [campaignId],
    );
    return new Map(rows.map(({ municipality, tips }) => [municipality, Number(tips)]));
  }

  #of(filter: TipFilter): SelectQueryBuilder<TipRow> {
    const { campaignId, municipality, source, lacks, withShielded, words } = filter;
    const query = this.database.reader
      .createQueryBuilder(TipRow, 'tip')
      .where('tip.campaignId = :campaignId', { campaignId });
    if (municipality) query.andWhere('tip.municipality = :municipality', { municipality });
    if (!withShielded) query.andWhere('tip.isShielded = :isShielded', { isShielded: false });
    if (source) query.andWhere('tip.source = :source', { source });
    if (lacks) query.andWhere(lacking[lacks]);
    words.forEach((word, index) => {
      query.andWhere(`tip.searchText LIKE :word${index}`, { [`word${index}`]: `%${word}%` });
    });
    return query;
  }

  async #present(ids: readonly string[]): Promise<string[]> {
    const rows = await this.database.reader.find(TipRow, {
      select: { id: true },
      where: { id: In([...ids]) },
    });
    const found = new Set(rows.map(({ id }) => id));
    return ids.filter((id) => found.has(id));
  }
}

const lacking = {
  phone: 'tip.phone IS NULL',
  address: '(tip.street IS NULL OR (tip.postcode IS NULL AND tip.place IS NULL))',
  tipper: 'tip.tipperName IS NULL',
} as const;

function byArrival(a: TipRow, b: TipRow): number {
  return a.receivedAt.getTime() - b.receivedAt.getTime() || (a.id < b.id ? -1 : 1);
}

function toRow({ tip, list, ...about }: NewTip): TipRow {
  const { words } = tip;
  return {
    ...about,
    importId: list?.importId ?? null,
    rowNumber: list?.row ?? null,
    ownId: list?.ownId ?? null,
    municipality: tip.municipality,
    municipalityText: words.municipality,
    firstNames: words.firstNames,
    lastName: words.lastName,
    formerName: words.formerName,
    nickname: words.nickname,
    birthYear: tip.birthYear,
    birthYearText: words.birthYear,
    phone: tip.phone,
    phoneText: words.phone,
    email: tip.email,
    street: words.street,
    postcode: tip.postcode,
    postcodeText: words.postcode,
    place: words.place,
    country: words.country,
    relation: words.relation,
    greeting: words.greeting,
    othersInHousehold: words.othersInHousehold,
    tipperName: words.tipperName,
    tipperPhone: tip.tipperPhone,
    tipperPhoneText: words.tipperPhone,
    tipperEmail: tip.tipperEmail,
    maySayName: tip.maySayName,
    mayContact: tip.mayContact,
    isShielded: false,
    searchText: searchTextOf(tip),
  };
}

function toTip(row: TipRow): StoredTip {
  return {
    id: row.id,
    campaignId: row.campaignId,
    source: row.source,
    receivedAt: row.receivedAt,
    enteredBy: row.enteredBy,
    municipality: row.municipality,
    birthYear: row.birthYear,
    phone: row.phone,
    email: row.email,
    postcode: row.postcode,
    tipperPhone: row.tipperPhone,
    tipperEmail: row.tipperEmail,
    maySayName: row.maySayName,
    mayContact: row.mayContact,
    isShielded: row.isShielded,
    words: {
      municipality: row.municipalityText,
      firstNames: row.firstNames,
      lastName: row.lastName,
      formerName: row.formerName,
      nickname: row.nickname,
      birthYear: row.birthYearText,
      phone: row.phoneText,
      email: row.email,
      street: row.street,
      postcode: row.postcodeText,
      place: row.place,
      country: row.country,
      relation: row.relation,
      greeting: row.greeting,
      othersInHousehold: row.othersInHousehold,
      tipperName: row.tipperName,
      tipperPhone: row.tipperPhoneText,
      tipperEmail: row.tipperEmail,
    },
  };
}
