import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BoardCard } from '@savner/contract/call-board';
import type { HeldHousehold } from '@savner/contract/calls';
import { batchFilter } from '@savner/contract/postcards';
import type { CallReportInput } from '@savner/contract/rules/call-report';
import { BatchesService } from '../src/features/postcards/index.js';
import { MatchRepository } from '../src/features/people/match.repository.js';
import { Database } from '../src/platform/database/database.js';
import { Jobs } from '../src/platform/jobs/jobs.js';
import { startTestApp, type TestApp } from './app-harness.js';
import { eraseTips, giveTips, type TipWords } from './give-tips.js';
import { type Caller, RingNight } from './ring-night.js';
import { testMode } from './test-database.js';

let server: TestApp;

beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());

const people: TipWords[] = [
  {
    firstNames: 'Jon',
    lastName: 'Nordmoen',
    phone: '+4791234561',
    street: 'Prøvegata 1',
    postcode: '7030',
    birthYear: 1970,
  },
  {
    firstNames: 'Berit',
    lastName: 'Sørlien',
    phone: '+4792345672',
    street: 'Storgata 9',
    postcode: '0575',
    birthYear: 1931,
  },
  {
    firstNames: 'Tove',
    lastName: 'Vestby',
    phone: '+4793456783',
    street: 'Testlia 3',
    postcode: '9008',
    birthYear: 1985,
  },
];

/** A coordinator who says that households are one, and takes it back; households are named by the order of their tips. */
class Desk {
  private constructor(
    readonly night: RingNight,
    readonly tips: readonly string[],
    readonly homes: readonly string[],
  ) {}

  static async open(tips: readonly TipWords[]): Promise<Desk> {
    const night = await RingNight.prepare(server, []);
    const ids = await giveTips(server, night.campaign.id, tips);
    const places = await server
      .get(Database)
      .select<{ tip: string; home: string }>(
        'SELECT tip_id AS tip, household_id AS home FROM membership WHERE campaign_id = ? AND until IS NULL',
        [night.campaign.id],
      );
    const homes = ids.map((id) => places.find(({ tip }) => tip === id)?.home ?? '');
    return new Desk(night, ids, homes);
  }

  async merge(one: number, other: number): Promise<string> {
    const answers = [{ tipA: this.tips[one], tipB: this.tips[other], verdict: 'same' }];
    const answer = await (
      await server.signedIn(['coordinator'])
    ).send('POST', `${this.#matches}/decide`, { answers });
    expect(answer.status).toBe(201);
    return (answer.json as { decisionId: string }).decisionId;
  }

  async unmerge(decisionId: string): Promise<void> {
    const answer = await (
      await server.signedIn(['coordinator'])
    ).send('POST', `${this.#matches}/decisions/${decisionId}/undo`);
    expect(answer.status).toBe(200);
  }

  /** All that calling knows of the households, apart from how often it has been written. */
  async cases(): Promise<object[]> {
    const rows = await server
      .get(Database)
      .select<{ turn: number }>('SELECT * FROM call_case WHERE campaign_id = ? ORDER BY household_id', [
        this.night.campaign.id,
      ]);
    return rows.map(({ turn: _turn, ...row }) => row);
  }

  async card(home: number): Promise<BoardCard | undefined> {
    const board = await (await server.signedIn(['coordinator'])).send('GET', `${this.night.url}/board/3427`);
    const { households } = board.json as { households: BoardCard[] };
    return households.find((each) => each.householdId === this.homes[home]);
  }

  get #matches(): string {
    return `/api/campaigns/${this.night.campaign.id}/matches`;
  }
}

async function choose(caller: Caller, householdId: string | undefined): Promise<HeldHousehold> {
  const answer = await caller.send('POST', `/households/${householdId}/choose`, {});
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json as HeldHousehold;
}

async function call(caller: Caller, home: string | undefined, report: CallReportInput): Promise<string> {
  const answer = await caller.report(await choose(caller, home), report);
  if (answer.status !== 201) throw new Error(answer.text);
  return (answer.json as { reportId: string }).reportId;
}

const notNow: CallReportInput = { attempt: 'talked', outcome: { result: 'not_now' } };

describe('a card', () => {
  it('to a household that was merged away in the meantime opens the one that lives on', async () => {
    const [withoutAddress, written] = people;
    const desk = await Desk.open([{ ...withoutAddress, street: null, postcode: null }, { ...written }]);
    const batches = server.get(BatchesService);
    const filter = batchFilter.parse({ template: 'fjell-a6', language: 'nb' });
    const campaignId = desk.night.campaign.id;
    const lateOne = await batches.create({ name: 'Koordinator Prøvestad' }, campaignId, filter);
    await server.get(Jobs).drain();
    const { cards } = await batches.manifest(campaignId, lateOne.id);
    expect(cards.map(({ householdId }) => householdId)).toEqual([desk.homes[1]]);
    const before = await desk.cases();
    const decision = await desk.merge(0, 1);
    await batches.markPosted(campaignId, lateOne.id, '2026-02-03');
    server.clock.set('2026-02-06T18:00:00+01:00');
    const caller = await desk.night.caller();
    const held = await caller.take();
    expect(held).toMatchObject({
      householdId: desk.homes[0],
      because: 'never_tried',
      cardPostedOn: '2026-02-03',
      mustReadNotice: false,
    });
    await caller.send('POST', `/leases/${held.leaseId}/release`);
    await desk.unmerge(decision);
    expect((await desk.cases())[0]).toEqual(before[0]);
    expect(await desk.card(1)).toMatchObject({ state: 'callable' });
  });
});

describe('households that turn out to be one', () => {
  it('come apart in any order, each with exactly the calls, the card and the opening it had', async () => {
    const [one, other, third] = people;
    const desk = await Desk.open([{ ...one, street: null, postcode: null }, { ...other }, { ...third }]);
    await desk.night.post();
    const caller = await desk.night.caller();
    await call(caller, desk.homes[1], { attempt: 'no_answer' });
    await call(caller, desk.homes[2], notNow);
    const apart = await desk.cases();
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const first = await desk.merge(0, 1);
      expect(await desk.card(0)).toMatchObject({ state: 'waiting', attempts: 1 });
      const withTwo = await desk.cases();
      const second = await desk.merge(1, 2);
      expect(await desk.card(0)).toMatchObject({ state: 'done', attempts: 1 });
      const acts = [first, second];
      await desk.unmerge(acts[order[0] ?? 0] ?? '');
      if (order[0] === 1) expect(await desk.cases()).toEqual(withTwo);
      await desk.unmerge(acts[order[1] ?? 0] ?? '');
      expect(await desk.cases()).toEqual(apart);
    }
  });

  it('show the last call of either, and count as called once', async () => {
    const desk = await Desk.open(people.slice(0, 2));
    await desk.night.post();
    const caller = await desk.night.caller();
    await call(caller, desk.homes[1], { attempt: 'busy' });
    await desk.merge(0, 1);
    expect(await desk.card(0)).toMatchObject({ attempts: 0.5, lastAttempt: { attempt: 'busy' } });
    const coordinator = await server.signedIn(['coordinator']);
    const overview = await coordinator.send('GET', `${desk.night.url}/overview`);
    expect(overview.json).toMatchObject({
      municipalities: expect.arrayContaining([
        expect.objectContaining({ municipality: '3427', households: 1, called: 1 }),
      ]),
    });
  });

  it('keep a report that was sent before they were one: it can no longer be taken back', async () => {
    const desk = await Desk.open(people.slice(0, 2));
    await desk.night.post();
    const caller = await desk.night.caller();
    const reportId = await call(caller, desk.homes[1], notNow);
    await desk.merge(0, 1);
    const mine = await caller.send('GET', '/reports/mine');
    expect(mine.json).toMatchObject({ reports: [{ canUndo: false }] });
    const refused = await caller.send('POST', `/reports/${reportId}/undo`);
    expect(refused.json).toMatchObject({
      code: 'undo_too_late',
      message: expect.stringContaining('slått sammen med en annen'),
    });
    expect((await caller.send('GET', '/status')).json).toMatchObject({ held: null });
    expect(await desk.card(0)).toMatchObject({ state: 'done' });
  });

  it('keep what was said to one of them when the tip about the other is erased', async () => {
    const desk = await Desk.open(people.slice(0, 2));
    await desk.night.post();
    await call(await desk.night.caller(), desk.homes[1], notNow);
    await desk.merge(0, 1);
    await eraseTips(server, desk.night.campaign.id, desk.tips.slice(0, 1));
    expect(await desk.card(0)).toMatchObject({ state: 'done', title: 'Berit Sørlien', attempts: 0 });
  });

  it('are merged, called and reported at the same time without anybody being refused', async () => {
    for (let round = 0; round < 4; round += 1) {
      const desk = await Desk.open(people);
      await desk.night.post();
      const callers = await Promise.all([1, 2, 3].map((number) => desk.night.caller(`Ringer ${number}`)));
      const held = await Promise.all(callers.map((caller, index) => choose(caller, desk.homes[index])));
      const together = desk.merge(0, 1);
      const reports = callers.map(async (caller, index) =>
        caller.report(held[index] as HeldHousehold, {
          attempt: 'busy',
          facts: { phone: `+47900000${round}${index}` },
        }),
      );
      for (const answer of await Promise.all(reports)) expect(answer.status).toBe(201);
      await desk.unmerge(await together);
    }
  });
});

if (testMode === 'postgres') {
  it('a report that tells something of the household waits for its turn before it touches the case', async () => {
    const desk = await Desk.open(people.slice(0, 1));
    await desk.night.post();
    const caller = await desk.night.caller();
    const held = await caller.take();
    const database = server.get(Database);
    const waiting = `SELECT 1 FROM pg_locks WHERE NOT granted AND locktype = 'advisory'
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    let begin = (): void => {};
    const hasBegun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const matching = database.transaction(async () => {
      await server.get(MatchRepository).lockCampaign(desk.night.campaign.id);
      begin();
      while ((await database.select(waiting)).length === 0);
      return database.select('SELECT id FROM call_case WHERE household_id = ? FOR UPDATE NOWAIT', [
        held.householdId,
      ]);
    });
    await hasBegun;
    const answer = caller.report(held, { attempt: 'wrong_number' });
    expect(await matching).toHaveLength(1);
    expect((await answer).status).toBe(201);
  });
}
