import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { batchFilter, type FoundCard } from '@savner/contract/postcards';
import { type Batch, batch as batchMessage } from '@savner/contract/postcards';
import type { StoredCard } from '../src/features/postcards/domain/batch.js';
import { BatchesService } from '../src/features/postcards/index.js';
import { CardCodes } from '../src/features/postcards/card-codes.js';
import { Jobs } from '../src/platform/jobs/jobs.js';
import { startTestApp, type TestApp, type TestUser } from './app-harness.js';
import { eraseTips, giveTips } from './give-tips.js';
import { RingNight } from './ring-night.js';

let server: TestApp;
let night: RingNight;
let tipIds: string[];

beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());

const people = [
  { firstNames: 'Jon', lastName: 'Prøvemoen', phone: '+4791234561', street: 'Prøvegata 1', postcode: '7030' },
  { firstNames: 'Siri', lastName: 'Prøveås', phone: '+4791234562', street: 'Prøvegata 2', postcode: '0575' },
];

beforeEach(async () => {
  night = await RingNight.prepare(server, []);
  server.clock.set('2026-02-02T12:00:00+01:00');
  tipIds = await giveTips(server, night.campaign.id, people);
});

/** Signed in anew each time: days go by. */
const coordinator = {
  send: async (...request: Parameters<TestUser['send']>) =>
    (await server.signedIn(['coordinator'], null)).send(...request),
};

const url = (path: string) => `/api/campaigns/${night.campaign.id}/postcards${path}`;

async function posted(changed: object = {}): Promise<{ batch: Batch; cards: StoredCard[] }> {
  const batches = server.get(BatchesService);
  const filter = batchFilter.parse({ template: 'fjell-a6', language: 'nb', ...changed });
  const made = await batches.create({ name: 'Koordinator Prøvestad' }, night.campaign.id, filter);
  await server.get(Jobs).drain();
  await batches.markPosted(night.campaign.id, made.id, '2026-02-03');
  const { cards } = await batches.manifest(night.campaign.id, made.id);
  return { batch: await read(made.id), cards };
}

async function read(batchId: string): Promise<Batch> {
  return batchMessage.parse((await coordinator.send('GET', url(`/batches/${batchId}`))).json);
}

async function find(search: string): Promise<FoundCard[]> {
  const answer = await coordinator.send('GET', url(`/cards?search=${encodeURIComponent(search)}`));
  return (answer.json as { cards: FoundCard[] }).cards;
}

async function household(id: string | undefined | null) {
  const path = `/api/campaigns/${night.campaign.id}/households/${id ?? ''}`;
  return (await coordinator.send('GET', path)).json as { stage: string; sortingReason: string | null };
}

async function today() {
  return (await coordinator.send('GET', `/api/campaigns/${night.campaign.id}/today`)).json;
}

const fileOf = (batchId: string) => join(server.config.dataDirectory, 'print', `${batchId}.1.pdf`);

describe('a card that the post brings back', () => {
  it('is found by its code or its name, closes the gate and sends the household to sorting, until taken back', async () => {
    server.clock.set('2026-02-03T09:00:00+01:00');
    const { batch, cards } = await posted();
    server.clock.set('2026-02-10T18:00:00+01:00');
    const [card] = await find('siri prøveås');
    const code = server.get(CardCodes).codeOf(card?.id ?? '');
    expect(await find(code.toLowerCase())).toEqual([card]);
    expect(card).toMatchObject({ batchNumber: 1, position: 1, state: 'posted', postedOn: '2026-02-03' });
    const caller = await night.caller();
    const first = { returnedOn: '2026-02-09', reason: 'moved' };
    const answer = await coordinator.send('POST', url(`/cards/${card?.id ?? ''}/returned`), first);
    expect(answer.json).toMatchObject({ state: 'returned', returnedOn: '2026-02-09', returnReason: 'moved' });
    expect(await household(card?.householdId)).toMatchObject({
      stage: 'sorting',
      sortingReason: 'address_returned',
    });
    expect(await read(batch.id)).toMatchObject({ cards: 2, returned: 1 });
    expect(await today()).toMatchObject({ returnedCards: 1 });
    expect((await caller.take()).title).toBe('Jon Prøvemoen');
    const other = await night.caller('Ringer Prøvedal');
    expect(await other.next()).toMatchObject({ kind: 'empty' });
    const back = await coordinator.send('POST', url(`/cards/${card?.id ?? ''}/not-returned`));
    expect(back.json).toMatchObject({ state: 'posted', returnedOn: null });
    expect(await household(card?.householdId)).toMatchObject({ stage: 'ready_for_card' });
    expect(await today()).toMatchObject({ returnedCards: 0 });
    expect((await other.take()).title).toBe('Siri Prøveås');
    expect(cards).toHaveLength(2);
  });

  it('leaves room for another to a new address, and is not printed again', async () => {
    server.clock.set('2026-02-03T09:00:00+01:00');
    const { batch } = await posted();
    server.clock.set('2026-02-10T12:00:00+01:00');
    const [card] = await find('Siri');
    const answer = { returnedOn: '2026-02-10', reason: 'unknown_at_address' };
    await coordinator.send('POST', url(`/cards/${card?.id ?? ''}/returned`), answer);
    const detail = (await household(card?.householdId)) as unknown as { version: number };
    await coordinator.send(
      'PATCH',
      `/api/campaigns/${night.campaign.id}/households/${card?.householdId ?? ''}`,
      {
        version: detail.version,
        changes: [
          { kind: 'prefer_address', street: 'Nygata 7', postcode: '2500', place: 'Tynset', country: null },
        ],
      },
    );
    const next = await server
      .get(BatchesService)
      .create(
        { name: 'Koordinator Prøvestad' },
        night.campaign.id,
        batchFilter.parse({ template: 'fjell-a6', language: 'nb' }),
      );
    await server.get(Jobs).drain();
    const { cards } = await server.get(BatchesService).manifest(night.campaign.id, next.id);
    expect(cards.map(({ addressLines }) => addressLines[1])).toEqual(['Nygata 7']);
    expect((await coordinator.send('POST', url(`/batches/${batch.id}/reprint`))).status).toBe(200);
    await server.get(Jobs).drain();
    expect(await read(batch.id)).toMatchObject({ state: 'posted', files: [{ cards: 1, pages: 2 }] });
  });

  it('is refused before it was posted, and with a date that cannot be right', async () => {
    server.clock.set('2026-02-03T09:00:00+01:00');
    const { cards } = await posted();
    const send = (returnedOn: string) =>
      coordinator.send('POST', url(`/cards/${cards[0]?.id ?? ''}/returned`), { returnedOn, reason: 'other' });
    expect(await send('2026-02-02')).toMatchObject({
      status: 422,
      json: { fields: [{ path: 'returnedOn' }] },
    });
    expect(await send('2026-02-04')).toMatchObject({ status: 422 });
    expect((await coordinator.send('POST', url(`/cards/${cards[0]?.id ?? ''}/not-returned`))).status).toBe(
      200,
    );
  });
});

describe('somebody who is erased', () => {
  it('disappears from the manifest and from the stored file of a posted batch, which can be made again without her', async () => {
    server.clock.set('2026-02-03T09:00:00+01:00');
    const { batch } = await posted();
    expect(existsSync(fileOf(batch.id))).toBe(true);
    await eraseTips(server, night.campaign.id, tipIds.slice(1));
    await server.get(Jobs).drain();
    expect(existsSync(fileOf(batch.id))).toBe(false);
    expect(await read(batch.id)).toMatchObject({ state: 'posted', erased: 1, files: [] });
    const list = await coordinator.send('GET', url(`/batches/${batch.id}/addresses.csv`));
    expect(list.text).toContain('1;;;;;;;5025;Slettet'.replace('5025', '3427'));
    expect(list.text).not.toContain('Prøveås');
    expect((await coordinator.send('GET', url(`/batches/${batch.id}/files/1/cards.pdf`))).status).toBe(409);
    await coordinator.send('POST', url(`/batches/${batch.id}/reprint`));
    await server.get(Jobs).drain();
    expect(await read(batch.id)).toMatchObject({ filesDeletedAt: null, files: [{ cards: 1, pages: 2 }] });
    expect(existsSync(fileOf(batch.id))).toBe(true);
  });
});

describe('somebody who is stopped after the card was posted', () => {
  it('is not printed again, neither with the batch nor alone', async () => {
    server.clock.set('2026-02-03T09:00:00+01:00');
    const { batch, cards } = await posted();
    expect(batch.files).toMatchObject([{ cards: 2 }]);
    const [card] = await find('Siri');
    await coordinator.send(
      'POST',
      `/api/campaigns/${night.campaign.id}/households/${card?.householdId ?? ''}/block`,
      { reason: 'deceased' },
    );
    const alone = await coordinator.send('GET', url(`/cards/${card?.id ?? ''}/card.pdf`));
    expect(alone).toMatchObject({ status: 409, json: { code: 'conflict' } });
    await coordinator.send('POST', url(`/batches/${batch.id}/reprint`));
    await server.get(Jobs).drain();
    expect(await read(batch.id)).toMatchObject({ state: 'posted', files: [{ cards: 1, pages: 2 }] });
    expect(cards).toHaveLength(2);
  });
});

describe('a batch in several files', () => {
  it('has one for each municipality, none larger than asked, and a packing list', async () => {
    await giveTips(server, night.campaign.id, [
      {
        firstNames: 'Ola',
        lastName: 'Prøvevik',
        municipality: '5025',
        street: 'Prøvegata 3',
        postcode: '7374',
      },
      { firstNames: 'Liv', lastName: 'Prøvesæter', street: 'Prøvegata 4', postcode: '2500' },
    ]);
    server.clock.set('2026-02-03T09:00:00+01:00');
    const { batch, cards } = await posted({ perMunicipality: true, cardsPerFile: 2, marks: true });
    expect(batch.files).toMatchObject([
      { number: 1, municipality: '3427', firstCard: 1, cards: 2 },
      { number: 2, municipality: '3427', firstCard: 3, cards: 1 },
      { number: 3, municipality: '5025', firstCard: 4, cards: 1 },
    ]);
    expect(new Set(batch.files.map(({ sha256 }) => sha256)).size).toBe(3);
    expect(cards.map(({ postcode }) => postcode)).toEqual(['0575', '2500', '7030', '7374']);
    const third = await coordinator.send('GET', url(`/batches/${batch.id}/files/3/cards.pdf`));
    expect(third.status).toBe(200);
  });

  it('takes only those it is asked for: in time, in Norway or abroad', async () => {
    await giveTips(server, night.campaign.id, [
      {
        firstNames: 'Ola',
        lastName: 'Prøvevik',
        street: 'Prøvegatan 3',
        postcode: '11122',
        place: 'Stockholm',
        country: 'Sverige',
      },
    ]);
    const ready = async (filter: object) =>
      (
        (
          await coordinator.send('POST', url('/readiness'), {
            template: 'fjell-a6',
            language: 'nb',
            ...filter,
          })
        ).json as { ready: number }
      ).ready;
    expect(await ready({})).toBe(3);
    expect(await ready({ destination: 'abroad' })).toBe(1);
    expect(await ready({ destination: 'norway' })).toBe(2);
    expect(await ready({ informBefore: '2026-01-20' })).toBe(0);
    expect(await ready({ informBefore: '2026-12-31' })).toBe(3);
  });
});
