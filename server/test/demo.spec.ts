import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Figures, HouseholdStanding, Today } from '@savner/contract/insight';
import { createHttpApp } from '../src/app.js';
import { makeDemoCampaign, ringNight } from '../src/demo/make-campaign.js';
import { offeredLinks } from '../src/demo/sign-in-links.js';
import { ShiftedClock } from '../src/platform/clock.js';
import { type TestPlace, makeTestPlace } from './test-database.js';

let place: TestPlace;
let app: Awaited<ReturnType<typeof createHttpApp>>;
const clock = new ShiftedClock();
const told: string[] = [];

beforeAll(async () => {
  place = await makeTestPlace();
  app = await createHttpApp(place.config, clock, { role: 'run', settings: { pollEvery: 200 } });
  await makeDemoCampaign(app, clock, (text) => told.push(text));
}, 120_000);
afterAll(async () => {
  await app.close();
  await place.remove();
});

describe('the demo', () => {
  it('tells how far it has come, from the tips to the calls', () => {
    expect(told.join('\n')).toMatch(
      /7 kommuner.*\n.*600 tips: 576 tatt inn, 24 avvist.*\n.*husstander.*\n.*\n.*kort.*\n.*åpnet.*\n.*ringerne.*\n.*samtaler/,
    );
    for (const line of told) expect(line).not.toMatch(/\b0 (tips|kort|husstander|samtaler)/);
  });

  it('ends inside the call hours of a ring night', () => {
    expect(Math.abs(clock.now().getTime() - ringNight.getTime())).toBeLessThan(120_000);
  });

  it('lets each role in once with its link, and shows the coordinator the figures', async () => {
    const links = await offeredLinks(app);
    expect(links.map(({ title }) => title.split(', ')[1])).toEqual([
      'koordinator',
      'ordfører i Tynset',
      'ringer i Tynset',
      'ringer i Tynset',
      'tilflyttervert i Tynset',
    ]);
    const token = links[0]?.url.split('#')[1];
    const used = await app.inject({ method: 'POST', url: '/api/links/use', payload: { token } });
    expect(used.statusCode).toBe(200);
    const again = await app.inject({ method: 'POST', url: '/api/links/use', payload: { token } });
    expect(again.statusCode).toBeGreaterThanOrEqual(400);
    const cookie = String(used.headers['set-cookie']).split(';')[0] ?? '';
    const { campaigns } = (
      await app.inject({ method: 'GET', url: '/api/campaigns', headers: { cookie } })
    ).json<{ campaigns: { id: string }[] }>();
    const campaign = `/api/campaigns/${campaigns[0]?.id ?? ''}`;
    const read = async <Answer>(path: string): Promise<Answer> => {
      const answer = await app.inject({ method: 'GET', url: `${campaign}${path}`, headers: { cookie } });
      expect(answer.statusCode).toBe(200);
      return answer.json<Answer>();
    };
    const { region } = await read<Figures>('/figures');
    expect(region).toMatchObject({ tips: 576, hostContact: 1 });
    const steps = [region.households, region.informed, region.called, region.reached, region.interested];
    expect(steps).toEqual([...steps].sort((a, b) => (b ?? 0) - (a ?? 0)));
    expect(region.interested).toBeGreaterThan(2);

    const today = await read<Today>('/today');
    expect(today).toMatchObject({ readyForCard: 0, batchesToPost: 0 });
    expect(today.possibleDuplicates).toBeGreaterThan(0);
    expect(today.needsCoordinator).toBeGreaterThan(0);

    const { households } = await read<{ households: { id: string; stage: string }[] }>(
      '/households?search=Mihkel',
    );
    const { standings } = await read<{ standings: HouseholdStanding[] }>(
      `/standings?householdIds=${households.map(({ id }) => id).join(',')}`,
    );
    expect(standings).toEqual([
      expect.objectContaining({ card: 'posted', postedOn: '2026-02-04', isInformed: true }),
    ]);
  });
});
