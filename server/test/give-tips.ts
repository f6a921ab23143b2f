import { Events } from '../src/platform/events.js';
import { Database } from '../src/platform/database/database.js';
import { Jobs } from '../src/platform/jobs/jobs.js';
import { PeopleForgetting } from '../src/features/people/index.js';
import { tipsArrived, type TipRecord } from '../src/features/tips/index.js';
import { TipRow } from '../src/features/tips/tip.entity.js';
import { newId } from '../src/platform/ids.js';
import type { TestApp } from './app-harness.js';

export type TipWords = Partial<Omit<TipRecord, 'id' | 'campaignId'>>;

/** Lets tips arrive and waits until they are matched. Gives their ids, in the same order. */
export async function giveTips(
  server: TestApp,
  campaignId: string,
  tips: readonly TipWords[],
): Promise<string[]> {
  const records = tips.map((words) => aTip(campaignId, words));
  const database = server.get(Database);
  await database.transaction(async () => {
    for (const record of records) await database.writer.insert(TipRow, toRow(record));
    await server.get(Events).tell(tipsArrived, { campaignId, tipIds: records.map(({ id }) => id) });
  });
  await server.get(Jobs).drain();
  return records.map(({ id }) => id);
}

/** Deletes tips the way an erasure does: gone from the tips, then forgotten by people. */
export async function eraseTips(
  server: TestApp,
  campaignId: string,
  tipIds: readonly string[],
): Promise<void> {
  const database = server.get(Database);
  await database.transaction(async () => {
    await database.writer.delete(TipRow, [...tipIds]);
    await server.get(PeopleForgetting).forgetTips(campaignId, tipIds);
  });
}

function toRow(record: TipRecord): TipRow {
  return {
    ...record,
    idempotencyKey: record.id,
    storedAt: record.receivedAt,
    enteredBy: null,
    importId: null,
    rowNumber: null,
    ownId: null,
    municipalityText: record.municipality,
    birthYearText: record.birthYear === null ? null : String(record.birthYear),
    phoneText: record.phone,
    postcodeText: record.postcode,
    tipperPhoneText: record.tipperPhone,
    searchText: [record.firstNames, record.lastName].join(' ').toLowerCase(),
  };
}

function aTip(campaignId: string, words: TipWords): TipRecord {
  return {
    municipality: '3427',
    receivedAt: new Date('2026-01-15T12:00:00.000Z'),
    source: 'import',
    firstNames: null,
    lastName: null,
    formerName: null,
    nickname: null,
    birthYear: null,
    phone: null,
    email: null,
    street: null,
    postcode: null,
    place: null,
    country: null,
    relation: null,
    greeting: null,
    othersInHousehold: null,
    tipperName: null,
    tipperPhone: null,
    tipperEmail: null,
    maySayName: false,
    mayContact: false,
    isShielded: false,
    ...words,
    id: newId(),
    campaignId,
  };
}
