import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { type Campaign, campaignSettings } from '@savner/contract/campaigns';
import { DataSource, type Logger } from 'typeorm';
import { createAppContext } from '../src/app.js';
import { type GeneratedTip, generateTips } from '../src/bench/matching/tips-generator.js';
import { FilledCampaign } from '../src/bench/new-tip/filled-campaign.js';
import { recordOf, tipRow } from '../src/bench/new-tip/invented-tip.js';
import { openRaw } from '../src/bench/new-tip/raw-connection.js';
import { CampaignsService, knownMunicipalities } from '../src/features/campaigns/index.js';
import { MatchRehearsal } from '../src/features/people/index.js';
import { makeTestPlace, testMode, type TestPlace } from './test-database.js';

/** The tables that grow with the campaign. */
const growing = [
  'tip',
  'tip_feature',
  'match_key',
  'match_edge',
  'membership',
  'household',
  'person',
  'call_case',
];

let place: TestPlace;
let app: INestApplicationContext;
let campaign: Campaign;
const newTips: GeneratedTip[] = [];

beforeAll(async () => {
  place = await makeTestPlace();
  app = await createAppContext(place.config, undefined, { role: 'enqueue' });
  campaign = await app.get(CampaignsService).create({
    name: 'Savner du noen',
    region: 'Fjellregionen',
    startsOn: '2026-01-12',
    endsOn: '2026-06-30',
    municipalities: knownMunicipalities.map(({ number }) => ({ number, mayorName: '', callingFrom: '' })),
    settings: campaignSettings.parse({}),
    contact: { name: 'Kontoret', email: 'kontoret@example.no', phone: '62 00 00 00' },
  });
  const rehearsal = app.get(MatchRehearsal);
  const judge = await rehearsal.judge(campaign);
  await app.close();
  const raw = await openRaw(place.config.database);
  const [...tips] = generateTips(3_000, 11);
  newTips.push(...tips.filter((_, index) => index % 100 === 0));
  const rest = tips.filter((_, index) => index % 100 !== 0);
  await new FilledCampaign(raw, campaign, rehearsal, judge).fill(rest);
  await raw.close();
  app = await createAppContext(place.config, undefined, { role: 'enqueue' });
});
afterAll(async () => {
  await app.close();
  await place.remove();
});

describe('a new tip in a campaign with many', () => {
  it('is found, judged and stored by look-ups alone: no table that grows is read through', async () => {
    const source = app.get(DataSource);
    const asked = await statementsOf(source, matchNewTips);
    const plans = new Map<string, string>();
    for (const [sql, parameters] of asked) plans.set(sql, await planOf(source, sql, parameters));
    expect([...plans.values()].some((plan) => plan.includes('match_key'))).toBe(true);
    const scans = [...plans].filter(([, plan]) => readsThrough(plan));
    expect(scans).toEqual([]);
  });

  it('would be caught reading a table through', async () => {
    const source = app.get(DataSource);
    const plan = await planOf(source, `SELECT tip_id FROM tip_feature WHERE features LIKE '%x%'`, []);
    expect(readsThrough(plan)).toBe(true);
  });
});

async function matchNewTips(): Promise<void> {
  const raw = await openRaw(place.config.database);
  for (const generated of newTips) {
    const tip = recordOf(generated, campaign.id, new Date('2026-02-01T12:00:00.000Z'));
    await raw.insert('tip', [tipRow(tip)]);
    await app.get(MatchRehearsal).match(campaign.id, tip.id);
  }
  await raw.close();
}

/** Each statement that looks for rows, with the values it was last given. */
async function statementsOf(source: DataSource, work: () => Promise<void>): Promise<Map<string, unknown[]>> {
  const asked = new Map<string, unknown[]>();
  const usual = source.logger;
  const silent = () => undefined;
  const listening: Logger = {
    logQuery: (sql, parameters) => {
      if (/^\s*(?:SELECT|WITH|UPDATE|DELETE)\b/.test(sql)) asked.set(sql, listOf(parameters));
    },
    logQueryError: silent,
    logQuerySlow: silent,
    logSchemaBuild: silent,
    logMigration: silent,
    log: silent,
  };
  source.logger = listening;
  try {
    await work();
  } finally {
    source.logger = usual;
  }
  return asked;
}

function listOf(parameters: unknown): unknown[] {
  return Array.isArray(parameters) ? parameters : [];
}

/**
 * PostgreSQL reads a small table through even where an index would do, and rightly; told not to, it still must where there
 * is none.
 */
async function planOf(source: DataSource, sql: string, parameters: unknown[]): Promise<string> {
  const isSqlite = testMode === 'sqlite';
  const runner = source.createQueryRunner();
  try {
    if (!isSqlite) await runner.query('SET enable_seqscan = off');
    const explain = isSqlite ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN';
    const rows = (await runner.query(`${explain} ${sql}`, parameters)) as Record<string, unknown>[];
    return rows.map((row) => String(row['detail'] ?? row['QUERY PLAN'])).join('\n');
  } finally {
    if (!isSqlite) await runner.query('RESET enable_seqscan');
    await runner.release();
  }
}

/** By the names the statements give the tables, too: SQLite tells those. */
const aliases = ['mine', 'other', 'held', 'few', 'theirs', 'd', 'fa', 'fb', 'TipRow', 'MembershipRow'];

function readsThrough(plan: string): boolean {
  return [...growing, ...aliases].some((table) =>
    new RegExp(`(?:^SCAN ${table}(?! VIRTUAL)|Seq Scan on "?${table}"?)(?:\\s|$)`, 'm').test(plan),
  );
}
