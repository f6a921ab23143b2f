import type { HeldHousehold, NextAnswer } from '@savner/contract/calls';
import type { Campaign } from '@savner/contract/campaigns';
import type { CallReportInput } from '@savner/contract/rules/call-report';
import { LinksService } from '../src/features/accounts/index.js';
import { HouseholdsReader } from '../src/features/people/index.js';
import { cardsPosted } from '../src/features/postcards/index.js';
import { Database } from '../src/platform/database/database.js';
import { Events } from '../src/platform/events.js';
import { newId } from '../src/platform/ids.js';
import type { TestAnswer, TestApp, TestUser } from './app-harness.js';
import { giveTips, type TipWords } from './give-tips.js';

export const tuesdayEvening = '2026-02-03T18:00:00+01:00';

const syllables = [
  'ba',
  'de',
  'fi',
  'go',
  'hu',
  'jy',
  'ka',
  'le',
  'mi',
  'no',
  'pu',
  'ry',
  'sa',
  'te',
  'vi',
  'wo',
];

/** As many households as asked for, none of which could be taken for another. */
export function inventedTips(count: number, words: TipWords = {}): TipWords[] {
  return Array.from({ length: count }, (_, index) => ({
    firstNames: `${word(index * 7 + 3)}rik`,
    lastName: `${word(index)}${word(index * 11 + 5).toLowerCase()}vold`,
    birthYear: 1950 + (index % 50),
    phone: `+479${String(1_000_003 + index * 7_919).padStart(7, '0')}`,
    street: `${word(index * 3)}vegen ${index + 1}`,
    postcode: '7030',
    place: 'Trondheim',
    ...words,
  }));
}

function word(seed: number): string {
  const letters = [seed, seed >> 4, seed >> 8].map((part) => syllables[part % 16] ?? '').join('');
  return letters.charAt(0).toUpperCase() + letters.slice(1);
}

/** A campaign on an ordinary ring night in Tynset: households whose card came some days ago. */
export class RingNight {
  private constructor(
    readonly server: TestApp,
    readonly campaign: Campaign,
  ) {}

  static async prepare(server: TestApp, tips: readonly TipWords[]): Promise<RingNight> {
    server.clock.set(tuesdayEvening);
    const night = new RingNight(server, await server.openCampaign());
    await giveTips(server, night.campaign.id, tips);
    await night.post();
    return night;
  }

  get url(): string {
    return `/api/campaigns/${this.campaign.id}/calls`;
  }

  /** Hands in the cards of every household, some days before the ring night. */
  async post(postedOn = '2026-01-26'): Promise<void> {
    const householdIds = await this.householdIds();
    await this.server
      .get(Database)
      .transaction(() =>
        this.server.get(Events).tell(cardsPosted, { campaignId: this.campaign.id, householdIds, postedOn }),
      );
  }

  async householdIds(): Promise<string[]> {
    const reader = this.server.get(HouseholdsReader);
    const { households } = await reader.page({ campaignId: this.campaign.id, page: 1, pageSize: 200 });
    return households.map((household) => household.id);
  }

  async caller(name = 'Ringer Prøvestad', municipality = '3427'): Promise<Caller> {
    return new Caller(this, await this.server.signedIn(['caller'], municipality, name));
  }

  async mayor(municipality = '3427'): Promise<Caller> {
    return new Caller(this, await this.server.signedIn(['mayor'], municipality, 'Ordfører Prøvestad'));
  }
}

export class Caller {
  constructor(
    private readonly night: RingNight,
    readonly user: TestUser,
  ) {}

  /** Signs in again when the session has run out, as a caller does on the next evening. */
  async send(method: 'GET' | 'POST' | 'PATCH', path: string, body?: object): Promise<TestAnswer> {
    const answer = await this.user.send(method, `${this.night.url}${path}`, body);
    if (answer.status !== 401) return answer;
    const { app, visitor } = this.night.server;
    const link = await this.night.server.get(LinksService).renewUnchecked(this.user.userId);
    const signedIn = await visitor.send('POST', '/api/links/use', { token: link.url.split('#')[1] });
    const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? '';
    this.user.send = async (verb, url, payload) => {
      const fresh = await app.inject({
        method: verb,
        url,
        headers: { cookie },
        ...(payload ? { payload } : {}),
      });
      const { statusCode: status, body: text, headers } = fresh;
      return { status, text, headers, json: text === '' ? null : (JSON.parse(text) as unknown) };
    };
    return this.send(method, path, body);
  }

  async next(): Promise<NextAnswer> {
    return (await this.send('POST', '/next')).json as NextAnswer;
  }

  /** Presses «Neste» and expects a household. */
  async take(): Promise<HeldHousehold> {
    const answer = await this.next();
    if (answer.kind !== 'held') throw new Error(`nothing to call: ${JSON.stringify(answer)}`);
    return answer.household;
  }

  async report(held: HeldHousehold, report: CallReportInput, key = newId()): Promise<TestAnswer> {
    return this.send('POST', '/reports', { key, leaseId: held.leaseId, report });
  }

  /** Calls the next household and reports. */
  async call(report: CallReportInput): Promise<HeldHousehold> {
    const held = await this.take();
    const answer = await this.report(held, report);
    if (answer.status !== 201) throw new Error(`the report was refused: ${answer.text}`);
    return held;
  }
}
