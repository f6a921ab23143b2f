import { type DynamicModule, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Campaign } from '@savner/contract/campaigns';
import { campaignSettings } from '@savner/contract/campaigns';
import type { Config } from '../src/config/config.js';
import { AccountsModule } from '../src/features/accounts/index.js';
import { CampaignsModule, CampaignsService, knownMunicipalities } from '../src/features/campaigns/index.js';
import type { Candidate } from '../src/features/postcards/domain/batch-plan.js';
import { PeopleModule } from '../src/features/people/index.js';
import { CardHouseholds } from '../src/features/postcards/households.js';
import { postcards } from '../src/features/postcards/postcards.module.js';
import { migrations } from '../src/migrations/index.js';
import { DatabaseModule } from '../src/platform/database/database.module.js';
import { secureHeaders } from '../src/platform/http/secure-headers.js';
import { newId } from '../src/platform/ids.js';
import { JobsModule } from '../src/platform/jobs/jobs.module.js';
import { PlatformModule } from '../src/platform/platform.module.js';
import { FakeClock } from './fake-clock.js';
import { makeTestPlace, type TestPlace } from './test-database.js';

/** The households of the spec, kept in memory: this room has to work with whatever the room of people answers. */
@Injectable()
export class ListedHouseholds extends CardHouseholds {
  readonly households = new Map<string, Candidate>();

  override async candidates(): Promise<readonly Candidate[]> {
    return [...this.households.values()];
  }

  override async stoppedAmong(ids: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(ids.filter((id) => this.households.get(id)?.obstacle === 'blocked'));
  }

  override async erasedAmong(ids: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(ids.filter((id) => !this.households.has(id)));
  }

  override async search(_campaignId: string, text: string): Promise<string[]> {
    return [...this.households.values()]
      .filter(({ displayName }) => displayName.toLowerCase().includes(text.toLowerCase()))
      .map(({ householdId }) => householdId);
  }

  override async addressFailed(householdId: string): Promise<void> {
    this.#change(householdId, { obstacle: 'address_returned' });
  }

  override async addressWorks(householdId: string): Promise<void> {
    this.#change(householdId, { obstacle: null });
  }

  override async stop(householdId: string): Promise<void> {
    this.#change(householdId, { obstacle: 'blocked' });
  }

  #change(householdId: string, changed: Partial<Candidate>): void {
    const household = this.households.get(householdId);
    if (household) this.households.set(householdId, { ...household, ...changed });
  }

  add(changed: Partial<Candidate> = {}): string {
    const householdId = newId();
    this.households.set(householdId, {
      householdId,
      municipality: '3427',
      displayName: 'Kari Eksempel',
      formerIds: [],
      names: ['Kari Eksempel'],
      street: 'Prøvegata 1',
      postcode: '7030',
      place: 'Trondheim',
      country: null,
      informBy: new Date('2026-02-11T00:00:00Z'),
      obstacle: null,
      ...changed,
    });
    return householdId;
  }
}

export interface PostcardsApp {
  readonly app: NestFastifyApplication;
  readonly place: TestPlace;
  readonly clock: FakeClock;
  readonly households: ListedHouseholds;
  newCampaign(): Promise<Campaign>;
  close(): Promise<void>;
}

/** The room of postcards with the rooms below it, on a fresh database of the mode under test. @param settings beyond the usual */
export async function startPostcardsApp(settings: Partial<Config> = {}): Promise<PostcardsApp> {
  const made = await makeTestPlace();
  const place = { ...made, config: { ...made.config, ...settings } };
  const clock = new FakeClock();
  const app = await NestFactory.create<NestFastifyApplication>(
    roomModule(place, clock),
    new FastifyAdapter(),
    {
      logger: false,
      abortOnError: false,
    },
  );
  await secureHeaders(app.getHttpAdapter().getInstance(), place.config);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    app,
    place,
    clock,
    households: app.get(CardHouseholds),
    newCampaign: async () => {
      const campaigns = app.get(CampaignsService);
      const draft = await campaigns.create(sampleCampaign);
      return campaigns.change(draft.id, { version: draft.version, state: 'open' });
    },
    close: async () => {
      await app.close();
      await place.remove();
    },
  };
}

@Module({
  ...postcards,
  providers: [...postcards.providers, { provide: CardHouseholds, useClass: ListedHouseholds }],
})
class RoomOfPostcards {}

@Module({})
class RoomModule {}

function roomModule(place: TestPlace, clock: FakeClock): DynamicModule {
  return {
    module: RoomModule,
    imports: [
      PlatformModule.register(place.config, clock),
      DatabaseModule.register(place.config, migrations),
      JobsModule.register(place.config, { role: 'run', settings: { pollEvery: 200 } }),
      AccountsModule,
      CampaignsModule,
      PeopleModule,
      RoomOfPostcards,
    ],
  };
}

const sampleCampaign = {
  name: 'Savner du noen 2026',
  region: 'Fjellregionen',
  startsOn: '2026-01-12',
  endsOn: '2026-06-30',
  municipalities: knownMunicipalities.map(({ number }) => ({
    number,
    mayorName: number === '3427' ? 'Ordfører Prøvestad' : null,
    callingFrom: '00 00 00 00',
  })),
  settings: campaignSettings.parse({}),
  contact: { name: '', email: '', phone: '' },
};
