import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp, type TestUser } from './app-harness.js';
import {
  householdsChanged,
  HouseholdsReader,
  MatchRehearsal,
  MatchRuns,
} from '../src/features/people/index.js';
import { Database } from '../src/platform/database/database.js';
import { Events } from '../src/platform/events.js';
import { Jobs } from '../src/platform/jobs/jobs.js';
import { eraseTips, type TipWords } from './give-tips.js';
import { openDesk, type PeopleDesk } from './people-desk.js';
import { sampleTips } from './sample-tips.js';

let server: TestApp;
let coordinator: TestUser;
let desk: PeopleDesk;

beforeAll(async () => {
  server = await startTestApp();
  coordinator = await server.signedIn(['coordinator'], null, 'Koordinator Prøvestad');
});
afterAll(() => server.close());
beforeEach(async () => {
  desk = await openDesk(server, coordinator);
});

async function edgeCount(): Promise<number> {
  const sql = 'SELECT COUNT(*) AS n FROM match_edge WHERE campaign_id = ?';
  const [row] = await server.get(Database).select<{ n: number | string }>(sql, [desk.campaignId]);
  return Number(row?.n);
}

const jon: TipWords = { firstNames: 'Jon', lastName: 'Nordmo', place: 'Oslo', birthYear: 1985 };
const address = { street: 'Storgata 9', postcode: '2500' };

describe('tips about one person', () => {
  it('become one household with every value kept, one of each preferred', async () => {
    const [first, second] = await desk.give([
      { ...jon, phone: '+4790000001', tipperName: 'Siri Prøvestad', maySayName: true, greeting: 'Kom heim!' },
      {
        ...jon,
        municipality: '3426',
        birthYear: 1986,
        phone: '+4790000001',
        ...address,
        tipperName: 'Ola Prøvestad',
      },
    ]);
    const household = await desk.onlyHousehold();
    expect(household).toMatchObject({
      displayName: 'Jon Nordmo',
      municipality: '3427',
      tipCount: 2,
      stage: 'ready_for_card',
      phones: [{ number: '+4790000001', state: 'ok' }],
      address: { street: 'Storgata 9', postcode: '2500', place: 'Tynset' },
    });
    expect(household.persons[0]?.birthYears.map(({ value, preferred }) => [value, preferred])).toEqual([
      ['1985', true],
      ['1986', false],
    ]);
    expect(household.values.phones[0]?.sources.map(({ tipId }) => tipId)).toEqual([first, second]);
    expect(household.missers.map(({ tipperName, greeting }) => [tipperName, greeting])).toEqual([
      ['Siri Prøvestad', 'Kom heim!'],
      [null, null],
    ]);
  });

  it('keep the date the person must be informed by, whatever comes later', async () => {
    await desk.give([{ ...jon, receivedAt: new Date('2026-01-12T08:00:00.000Z') }]);
    await desk.give([{ ...jon, receivedAt: new Date('2026-01-30T08:00:00.000Z') }]);
    const [household] = await desk.households();
    expect(household).toMatchObject({ tipCount: 2, informBy: '2026-02-11T08:00:00.000Z' });
  });

  it('arriving one by one, in any order, end up as when they arrive together', async () => {
    const sample = sampleTips().tips.slice(0, 120);
    const together = await shapeOf(await desk.give(sample));
    desk = await openDesk(server, coordinator);
    const ids = new Map<number, string>();
    for (const index of sample.keys()) {
      const shuffled = (index * 37) % sample.length;
      const [id] = await desk.give(sample.slice(shuffled, shuffled + 1));
      if (id) ids.set(shuffled, id);
    }
    expect(await shapeOf(sample.map((_, index) => ids.get(index) ?? ''))).toEqual(together);
  });
});

describe('a campaign that was matched by an earlier version', () => {
  it('is matched anew when the server starts, once', async () => {
    await desk.give([{ ...jon, ...address }]);
    const runs = server.get(MatchRuns);
    await runs.catchUp();
    expect(await runs.newest(desk.campaignId)).toBeNull();
    const database = server.get(Database);
    await database.transaction(async () => {
      const values = [desk.campaignId];
      await database.store('UPDATE match_scale SET features_version = 1 WHERE campaign_id = ?', values);
      await database.store('UPDATE tip_feature SET version = 1 WHERE campaign_id = ?', values);
    });
    await runs.catchUp();
    await server.get(Jobs).drain();
    expect(await runs.newest(desk.campaignId)).toMatchObject({ result: { tips: 1 } });
    const versions = 'SELECT version FROM tip_feature WHERE campaign_id = ?';
    const now = server.get(MatchRehearsal).version;
    expect(await database.select(versions, [desk.campaignId])).toEqual([{ version: now }]);
    const first = await runs.newest(desk.campaignId);
    await runs.catchUp();
    expect(await runs.newest(desk.campaignId)).toEqual(first);
  });
});

describe('a campaign that grows', () => {
  it('is matched anew when it has outgrown its size, and the order of arrival still makes no difference', async () => {
    const sample = sampleTips().tips;
    const together = await shapeOf(await desk.give(sample));
    expect(await desk.newestRun()).toMatchObject({ startedBy: null, result: { tips: sample.length } });
    desk = await openDesk(server, coordinator);
    const ids = new Map<number, string>();
    const order = [...sample.keys()].map((index) => (index * 41) % sample.length);
    for (let start = 0; start < order.length; start += 48) {
      const batch = order.slice(start, start + 48);
      const given = await desk.give(batch.flatMap((index) => sample[index] ?? []));
      for (const [place, index] of batch.entries()) ids.set(index, given[place] ?? '');
    }
    expect(await shapeOf(sample.map((_, index) => ids.get(index) ?? ''))).toEqual(together);
  });

  it('forgets what only a key had joined that has become crowded, whichever of its tips came last', async () => {
    // «Given name and year» is followed for four holders at most; nothing else joins the first two to each other.
    const of = (lastName: string, municipality: string): TipWords => ({
      firstNames: 'Gudrund',
      lastName,
      municipality,
      birthYear: 1971,
      place: 'Oslo',
    });
    const pair = [of('Vangskåsen', '3427'), of('Vangxkåxen', '3426')];
    const others = ['Abel', 'Bratt', 'Dokk', 'Eng'].map((name) => ({ ...of(name, '3424'), place: 'Voss' }));
    const edges = async (tips: readonly TipWords[]) => {
      desk = await openDesk(server, coordinator);
      for (const tip of tips) await desk.give([tip]);
      return edgeCount();
    };
    const last = await edges([...others, ...pair]);
    expect(await edges([...pair, ...others])).toBe(last);

    // The pair is found again when those who crowded the key are gone.
    const fewer = await edges([...others.slice(2), ...pair]);
    desk = await openDesk(server, coordinator);
    const crowd = await desk.give([...others, ...pair]);
    await eraseTips(server, desk.campaignId, crowd.slice(0, 2));
    expect(await edgeCount()).toBe(fewer);
    await desk.rematch();
    expect(await edgeCount()).toBe(fewer);
  });

  it('does not bring back a tip that is deleted while its matching waits', async () => {
    const [tip = ''] = await desk.give([{ firstNames: 'Per', lastName: 'Røsås' }]);
    const database = server.get(Database);
    const [, matched] = await Promise.all([
      eraseTips(server, desk.campaignId, [tip]),
      server.get(MatchRehearsal).match(desk.campaignId, tip),
    ]);
    expect(matched).toBeUndefined();
    for (const table of ['tip_feature', 'match_key', 'membership']) {
      expect(await database.select(`SELECT 1 FROM ${table} WHERE tip_id = ?`, [tip])).toEqual([]);
    }
  });
});

describe('a pair that waits', () => {
  const father: TipWords = { firstNames: 'Per', lastName: 'Røsås', ...address, birthYear: 1957 };
  const son: TipWords = { ...father, birthYear: 1991 };

  it('is shown side by side with its differences, the explanation and the merged record', async () => {
    await desk.give([father, son]);
    const [asked] = await desk.cases();
    expect(asked).toMatchObject({ kind: 'person', merged: { displayName: 'Per Røsås', tipCount: 2 } });
    expect(asked?.fields.find(({ field }) => field === 'birthYear')).toEqual({
      field: 'birthYear',
      values: ['1957', '1991'],
      state: 'different',
    });
    expect(asked?.questions[0]?.explanation.map(({ text }) => text)).toContain('Samme adresse');
    expect(await desk.households()).toMatchObject([
      { stage: 'sorting', sortingReason: 'possible_duplicate' },
    ]);
  });

  it('once refused stays away, also when everything is matched again', async () => {
    const [a, b] = await desk.give([father, son]);
    expect((await desk.decide(a, b, 'not_same')).status).toBe(201);
    expect(await desk.cases()).toEqual([]);
    await desk.rematch();
    expect(await desk.cases()).toEqual([]);
    expect(await desk.households()).toMatchObject([{ stage: 'ready_for_card', personCount: 2 }]);
  });

  it('answered «same» survives a re-run, and cannot be contradicted before it is taken back', async () => {
    const [a, b] = await desk.give([father, son]);
    await desk.decide(a, b, 'same');
    await desk.rematch();
    expect(await desk.households()).toMatchObject([{ personCount: 1, tipCount: 2 }]);
    expect(await desk.decide(a, b, 'not_same')).toMatchObject({ status: 409, json: { code: 'conflict' } });
  });
});

describe('taking an answer back', () => {
  it('restores persons, households and questions exactly, whatever came after', async () => {
    const [a, b] = await desk.give([
      { firstNames: 'Anne', lastName: 'Hagen', birthYear: 1950, municipality: '5025', phone: '+4790000002' },
      { firstNames: 'Berit', lastName: 'Hagen', birthYear: 1972, municipality: '3427', ...address },
      { ...jon },
    ]);
    const before = await desk.everything();
    const answer = await desk.decide(a, b, 'same');
    const decisionId = (answer.json as { decisionId: string }).decisionId;
    const merged = await desk.households();
    expect(merged.map(({ tipCount }) => tipCount).sort()).toEqual([1, 2]);
    expect(await desk.undo(decisionId)).toMatchObject({ status: 200 });
    expect(await desk.everything()).toEqual(before);
    expect(await desk.undo(decisionId)).toMatchObject({ status: 409 });

    expect(await desk.decisions()).toMatchObject([
      { verdict: 'same', decidedBy: 'Koordinator Prøvestad', undoneBy: 'Koordinator Prøvestad' },
    ]);
  });

  it('tells the other rooms which households merged, and which live again', async () => {
    const told: { householdIds: readonly string[]; merged: readonly object[] }[] = [];
    server.get(Events).subscribe(householdsChanged, async (event) => {
      if (event.campaignId === desk.campaignId) told.push(event);
    });
    const [a, b] = await desk.give([jon, { firstNames: 'Berit', lastName: 'Hagen' }]);
    const homes = await desk.homesOf([a, b]);
    const decided = (await desk.decide(a, b, 'same')).json as { decisionId: string };
    expect(told.at(-1)).toMatchObject({ merged: [{ from: homes[1], into: homes[0] }] });
    const [gone] = await server.get(HouseholdsReader).byIds([homes[1] ?? '']);
    expect(gone).toMatchObject({ displayName: '', phones: [], mergedInto: homes[0] });
    await desk.undo(decided.decisionId);
    expect(told.at(-1)?.merged).toEqual([]);
    expect(await desk.homesOf([a, b])).toEqual(homes);
  });

  it('points every household that was merged away straight at the one that lives', async () => {
    const [a, b, c] = await desk.give([
      jon,
      { firstNames: 'Berit', lastName: 'Hagen' },
      { firstNames: 'Siri', lastName: 'Vold' },
    ]);
    const homes = await desk.homesOf([a, b, c]);
    await desk.decide(b, c, 'same');
    const second = (await desk.decide(a, b, 'same')).json as { decisionId: string };
    const signposts = async () => {
      const rows = await server.get(HouseholdsReader).byIds(homes);
      return homes.map((id) => homes.indexOf(rows.find((row) => row.id === id)?.mergedInto ?? ''));
    };
    expect(await signposts()).toEqual([-1, 0, 0]);
    await desk.undo(second.decisionId);
    expect(await signposts()).toEqual([-1, -1, 1]);
  });

  it('is too late when the campaign is closed', async () => {
    const [a, b] = await desk.give([jon, { firstNames: 'Berit', lastName: 'Hagen' }]);
    const decided = (await desk.decide(a, b, 'same')).json as { decisionId: string };
    await coordinator.send('PATCH', desk.url, { version: 2, state: 'closed' });
    expect(await desk.undo(decided.decisionId)).toMatchObject({
      status: 409,
      json: { code: 'undo_too_late' },
    });
  });
});

describe('splitting', () => {
  it('takes a tip out of what the machine put together, and puts it back; the history shows both', async () => {
    const tips = await desk.give([jon, jon, { ...jon, phone: '+4790000003' }]);
    const [a = '', b = '', c = ''] = tips;
    const before = await desk.everything();
    const { id } = await desk.onlyHousehold();
    const split = await desk.split(id, b, 'person');
    expect(split.status).toBe(201);
    expect(await desk.groups('person', tips)).toEqual([['000', '002'], ['001']]);
    expect(await desk.cases()).toEqual([]);
    await desk.rematch();
    expect(await desk.groups('person', tips)).toEqual([['000', '002'], ['001']]);
    const [act] = await desk.decisions();
    expect(act).toMatchObject({ origin: 'split', decidedBy: 'Koordinator Prøvestad', undoneAt: null });
    expect(act?.groups.map((group) => group.map(({ tipId }) => tipId).sort())).toEqual([[b], [a, c].sort()]);
    await desk.undo((split.json as { decisionId: string }).decisionId);
    expect(await desk.everything()).toEqual(before);
    expect(await desk.decisions()).toMatchObject([{ undoneBy: 'Koordinator Prøvestad' }]);
  });

  it('takes three tips of one person apart one by one, and back in the other order', async () => {
    const tips = await desk.give([jon, jon, jon]);
    const before = await desk.everything();
    const { id } = await desk.onlyHousehold();
    const first = await desk.split(id, tips[1], 'person');
    const second = await desk.split(id, tips[2], 'person');
    expect(await desk.groups('person', tips)).toEqual([['000'], ['001'], ['002']]);
    expect(await desk.split(id, tips[0], 'person')).toMatchObject({ status: 409 });
    await desk.undo((first.json as { decisionId: string }).decisionId);
    expect(await desk.groups('person', tips)).not.toEqual([['000'], ['001'], ['002']]);
    await desk.undo((second.json as { decisionId: string }).decisionId);
    expect(await desk.everything()).toEqual(before);
  });

  it('takes a whole person out of a household, however many tips are about each', async () => {
    const couple = ['Kari', 'Ola'].map((firstNames) => ({ firstNames, lastName: 'Haugen', ...address }));
    const tips = await desk.give([...couple, ...couple]);
    const { id } = await desk.onlyHousehold();
    await desk.split(id, tips[1], 'household');
    expect(await desk.groups('household', tips)).toEqual([
      ['000', '002'],
      ['001', '003'],
    ]);
    await desk.erase([tips[1] ?? '']);
    expect((await desk.households()).map(({ displayName }) => displayName)).toEqual([
      'Kari Haugen',
      'Ola Haugen',
    ]);
  });

  it('takes a person out of a household', async () => {
    const [, ola] = await desk.give([
      { firstNames: 'Kari', lastName: 'Haugen', ...address },
      { firstNames: 'Ola', lastName: 'Haugen', ...address },
    ]);
    const [household] = await desk.households();
    expect(household).toMatchObject({ displayName: 'Kari og Ola Haugen', personCount: 2 });
    await coordinator.send('POST', `${desk.url}/households/${household?.id ?? ''}/split`, {
      tipId: ola,
      from: 'household',
    });
    expect((await desk.households()).map(({ displayName }) => displayName)).toEqual([
      'Kari Haugen',
      'Ola Haugen',
    ]);
  });
});

async function shapeOf(tipIds: readonly string[]): Promise<string[][][]> {
  return [await desk.groups('person', tipIds), await desk.groups('household', tipIds)];
}
