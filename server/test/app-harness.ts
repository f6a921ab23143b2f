import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Role } from '@savner/contract/accounts';
import type { Campaign } from '@savner/contract/campaigns';
import { campaignSettings } from '@savner/contract/campaigns';
import { createHttpApp } from '../src/app.js';
import type { Config } from '../src/config/config.js';
import { LinksService } from '../src/features/accounts/index.js';
import { CampaignsService, knownMunicipalities } from '../src/features/campaigns/index.js';
import { FakeClock } from './fake-clock.js';
import { makeTestPlace } from './test-database.js';

export interface TestAnswer {
  readonly status: number;
  /** The parsed JSON body; null when there is none. */
  readonly json: unknown;
  readonly text: string;
  readonly headers: Record<string, unknown>;
}

export interface TestUser {
  readonly userId: string;
  /** Objects are sent as JSON, bytes as a file. */
  send(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, body?: object): Promise<TestAnswer>;
}

export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly config: Config;
  readonly clock: FakeClock;
  /** Somebody who is not signed in. */
  readonly visitor: TestUser;
  /** Makes a person with access, signed in through a real one-time link. */
  signedIn(roles: readonly Role[], municipality?: string | null, name?: string): Promise<TestUser>;
  /** An open campaign with all seven municipalities. */
  openCampaign(): Promise<Campaign>;
  get<Service>(type: Type<Service> | (abstract new (...parts: never[]) => Service)): Service;
  close(): Promise<void>;
}

/** The whole application on a fresh database of the mode under test, called in-process. */
export async function startTestApp(): Promise<TestApp> {
  const place = await makeTestPlace();
  const clock = new FakeClock();
  const app = await createHttpApp(place.config, clock, { role: 'run', settings: { pollEvery: 200 } });
  const visitor = userOf(app, '', {});
  return {
    app,
    config: place.config,
    clock,
    visitor,
    signedIn: async (roles, municipality = null, name = 'Testperson Prøvestad') => {
      const link = await app
        .get(LinksService)
        .joinAndMakeSignInLink({ name, email: null, roles, municipality });
      const token = link.url.split('#')[1] ?? '';
      const answer = await visitor.send('POST', '/api/links/use', { token });
      const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
      return userOf(app, link.userId, { cookie });
    },
    openCampaign: async () => {
      const campaigns = app.get(CampaignsService);
      const draft = await campaigns.create({
        name: 'Savner du noen 2026',
        region: 'Fjellregionen',
        startsOn: '2026-01-12',
        endsOn: '2026-06-30',
        municipalities: knownMunicipalities.map(({ number }) => ({
          number,
          mayorName: 'Ordfører Prøvestad',
          callingFrom: '62 00 00 00',
        })),
        settings: campaignSettings.parse({}),
        contact: { name: 'Kontoret', email: 'kontoret@example.no', phone: '62 00 00 00' },
      });
      return campaigns.change(draft.id, { version: draft.version, state: 'open' });
    },
    get: (type) => app.get(type as Type),
    close: async () => {
      await app.close();
      await place.remove();
    },
  };
}

function userOf(app: NestFastifyApplication, userId: string, headers: Record<string, string>): TestUser {
  return {
    userId,
    send: async (method, url, body) => {
      const file = body instanceof Uint8Array ? { 'content-type': 'application/octet-stream' } : {};
      const payload = body ? { payload: body } : {};
      const answer = await app.inject({ method, url, headers: { ...headers, ...file }, ...payload });
      const isJson = String(answer.headers['content-type']).startsWith('application/json');
      return {
        status: answer.statusCode,
        json: isJson && answer.body !== '' ? (JSON.parse(answer.body) as unknown) : null,
        text: answer.body,
        headers: answer.headers,
      };
    },
  };
}
