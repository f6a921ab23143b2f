import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { campaignSettings, type Campaign } from '@savner/contract/campaigns';
import { batchFilter } from '@savner/contract/postcards';
import { rootDirectory } from '../config/config.js';
import { DivisionsService } from '../features/calls/index.js';
import { CampaignsService, knownMunicipalities } from '../features/campaigns/index.js';
import { BatchesService } from '../features/postcards/index.js';
import { TipImports } from '../features/tips/index.js';
import type { Actor } from '../platform/actor.js';
import type { ShiftedClock } from '../platform/clock.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { demoPeople } from './people.js';
import { followUpFirst, ringForAWhile } from './ring-night.js';
import { joinPeople } from './sign-in-links.js';
import { fillInAddresses, openWithoutCard } from './sorting.js';

/** The days the demo lives through, in winter time. The last is a Tuesday evening inside the call hours. */
const days = {
  import: new Date('2026-02-02T09:00:00+01:00'),
  print: new Date('2026-02-03T10:00:00+01:00'),
  post: new Date('2026-02-04T12:00:00+01:00'),
  ring: new Date('2026-02-10T17:05:00+01:00'),
};
export const ringNight = days.ring;

type Say = (text: string) => void;

/** Takes the sample tips all the way to a ring night, through the same services as the screens. */
export async function makeDemoCampaign(
  app: INestApplicationContext,
  clock: ShiftedClock,
  say: Say,
): Promise<void> {
  clock.set(days.import);
  const campaign = await openCampaign(app);
  const people = await joinPeople(app, demoPeople);
  say(`Kampanjen er åpnet med ${campaign.municipalities.length} kommuner og ${people.size} medarbeidere.`);

  const file = join(rootDirectory, 'sample-data/tips-sample.csv');
  const taken = await app
    .get(TipImports)
    .take(campaign.id, { fileName: 'tips-sample.csv', bytes: readFileSync(file) }, null, null);
  say(
    `Leste ${taken.counts.rows} tips: ${taken.counts.good} tatt inn, ${taken.counts.bad} avvist med begrunnelse.`,
  );

  await app.get(Jobs).drain();
  say('Fant dubletter og samlet tipsene i husstander.');

  const coordinator = personIn(people, 'koordinator');
  const addresses = await fillInAddresses(app, campaign, coordinator);
  say(`Koordinatoren fant ${addresses} adresser som tipserne ikke visste.`);

  clock.set(days.print);
  const cards = await printCards(app, campaign, coordinator);
  clock.set(days.post);
  await app.get(BatchesService).markPosted(campaign.id, cards.id, '2026-02-04');
  say(`Trykte ${cards.count} kort (${cards.kilobytes} kB) og leverte dem på posten.`);

  clock.set(days.ring);
  const opened = await openWithoutCard(app, campaign, people.values());
  say(`Ordførerne åpnet ${opened} husstander uten adresse for ringing.`);
  const divided = await divideLists(app, campaign);
  say(`Delte ${divided} husstander mellom ringerne.`);
  const calls = await ringForAWhile(app, campaign.id, people);
  const followed = await followUpFirst(app, campaign.id, personIn(people, 'vert'));
  say(
    `Ringte ${calls} samtaler, og verten har tatt kontakt med ${followed}. Klokka i demoen er nå tirsdag 10. februar 2026 kl. 17.05.`,
  );
}

function personIn(people: ReadonlyMap<string, Actor>, key: string): Actor {
  const found = people.get(key);
  if (!found) throw new Error(`The demo has nobody called ${key}.`);
  return found;
}

async function openCampaign(app: INestApplicationContext): Promise<Campaign> {
  const campaigns = app.get(CampaignsService);
  const draft = await campaigns.create({
    name: 'Savner du noen 2026',
    region: 'Fjellregionen',
    startsOn: '2026-01-12',
    endsOn: '2026-06-30',
    municipalities: knownMunicipalities.map(({ number }) => ({
      number,
      mayorName:
        demoPeople.find((each) => each.roles.includes('mayor') && each.municipality === number)?.name ?? null,
      callingFrom: '62 00 00 00',
    })),
    settings: campaignSettings.parse({}),
    contact: { name: 'Kampanjekontoret', email: 'kampanje@example.no', phone: '62 00 00 00' },
  });
  return campaigns.change(draft.id, { version: draft.version, state: 'open' });
}

async function printCards(app: INestApplicationContext, campaign: Campaign, coordinator: Actor) {
  const batches = app.get(BatchesService);
  const filter = batchFilter.parse({ template: 'fjell-a6', language: 'nb' });
  const batch = await batches.create(coordinator, campaign.id, filter);
  await app.get(Jobs).drain();
  const { path } = await batches.printFile(campaign.id, batch.id, 1);
  const { cards } = await batches.manifest(campaign.id, batch.id);
  return { id: batch.id, count: cards.length, kilobytes: Math.round(statSync(path).size / 1024) };
}

async function divideLists(app: INestApplicationContext, campaign: Campaign): Promise<number> {
  const divisions = app.get(DivisionsService);
  let households = 0;
  for (const { number } of campaign.municipalities) {
    const place = { campaignId: campaign.id, municipality: number };
    const choice = { mayorsOwn: [], scope: 'open_queue' as const };
    const { plan } = await divisions.plan(place, choice);
    if (plan.households === 0) continue;
    await divisions.applyUnchecked(place, { ...choice, fingerprint: plan.fingerprint }, null);
    households += plan.households;
  }
  return households;
}
