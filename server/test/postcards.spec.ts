import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Campaign } from '@savner/contract/campaigns';
import type { Role } from '@savner/contract/accounts';
import { type Batch, batch as batchMessage } from '@savner/contract/postcards';
import { LinksService } from '../src/features/accounts/index.js';
import { CardCodes } from '../src/features/postcards/card-codes.js';
import { BatchesService } from '../src/features/postcards/index.js';
import { Jobs } from '../src/platform/jobs/jobs.js';
import { type PostcardsApp, startPostcardsApp } from './postcards-app.js';

let room: PostcardsApp;
let campaign: Campaign;

beforeAll(async () => {
  room = await startPostcardsApp();
});
afterAll(() => room.close());
beforeEach(async () => {
  room.households.households.clear();
  campaign = await room.newCampaign();
});

async function signedIn(role: Role, municipality: string | null = null): Promise<string> {
  const person = { name: 'Testperson Prøvestad', email: null, roles: [role], municipality };
  const link = await room.app.get(LinksService).joinAndMakeSignInLink(person);
  const token = link.url.split('#')[1] ?? '';
  const answer = await room.app.inject({ method: 'POST', url: '/api/links/use', payload: { token } });
  return String(answer.headers['set-cookie']).split(';')[0] ?? '';
}

async function send(cookie: string, method: 'GET' | 'POST', path: string, payload?: object) {
  const url = `/api/campaigns/${campaign.id}/postcards${path}`;
  return room.app.inject({ method, url, headers: { cookie }, ...(payload ? { payload } : {}) });
}

async function madeBatch(cookie: string): Promise<Batch> {
  const answer = await send(cookie, 'POST', '/batches', { template: 'fjell-a6', language: 'nb' });
  expect(answer.statusCode).toBe(201);
  await room.app.get(Jobs).drain();
  const { id } = batchMessage.parse(answer.json());
  return batchMessage.parse((await send(cookie, 'GET', `/batches/${id}`)).json());
}

describe('a coordinator', () => {
  it('sees who is ready and who is not, makes the batch, fetches the files and marks it posted', async () => {
    const cookie = await signedIn('coordinator');
    room.households.add();
    room.households.add({ street: null, displayName: 'Ola Eksempel' });
    const filter = { template: 'fjell-a6', language: 'nb' };
    const ready = await send(cookie, 'POST', '/readiness', filter);
    expect(ready.json()).toMatchObject({
      ready: 1,
      reasons: [{ reason: 'incomplete_address', count: 1 }],
      leftOut: [{ name: 'Ola Eksempel', remedy: expect.stringContaining('Fyll ut gate') }],
    });
    const made = await madeBatch(cookie);
    expect(made).toMatchObject({
      state: 'ready',
      cards: 1,
      leftOut: 1,
      number: 1,
      files: [{ number: 1, pages: 2 }],
    });

    const pdf = await send(cookie, 'GET', `/batches/${made.id}/files/1/cards.pdf`);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.headers['content-disposition']).toContain('kort-parti-1.pdf');
    expect(pdf.rawPayload.length).toBe(made.files[0]?.bytes);
    const list = await send(cookie, 'GET', `/batches/${made.id}/addresses.csv`);
    expect(list.body).toContain('1;Kari Eksempel;Prøvegata 1;7030 TRONDHEIM;;;7030;3427;Skal trykkes\r\n');
    const workbook = await send(cookie, 'GET', `/batches/${made.id}/addresses.xlsx`);
    expect(workbook.rawPayload.subarray(0, 2).toString()).toBe('PK');
    const packing = await send(cookie, 'GET', `/batches/${made.id}/packing-list.pdf`);
    expect(packing.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await send(cookie, 'GET', `/batches/${made.id}/files/2/cards.pdf`)).statusCode).toBe(404);

    const posted = await send(cookie, 'POST', `/batches/${made.id}/posted`, { postedOn: '2026-02-03' });
    expect(posted.json()).toMatchObject({ state: 'posted', postedOn: '2026-02-03' });
  });

  it('looks at a specimen before anything is printed', async () => {
    const cookie = await signedIn('coordinator');
    const answer = await send(cookie, 'GET', '/specimen.pdf?template=fjell-a6&language=nn&municipality=5025');
    expect(answer.statusCode).toBe(200);
    expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await send(cookie, 'GET', '/specimen.pdf?template=ukjent')).statusCode).toBe(404);
  });

  it('is told which field of a filter is wrong', async () => {
    const cookie = await signedIn('coordinator');
    const answer = await send(cookie, 'POST', '/batches', { template: 'fjell-a6', language: 'nb', limit: 0 });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ fields: [{ path: 'limit', message: 'Velg minst ett kort.' }] });
  });
});

describe('a mayor', () => {
  it('sees the batches with cards of the own municipality, without the addresses', async () => {
    room.households.add();
    const made = await madeBatch(await signedIn('coordinator'));
    const own = await signedIn('mayor', '3427');
    const other = await signedIn('mayor', '3426');
    expect((await send(own, 'GET', '/batches')).json()).toMatchObject({ batches: [{ id: made.id }] });
    expect((await send(other, 'GET', '/batches')).json()).toEqual({ batches: [] });
    expect((await send(other, 'GET', `/batches/${made.id}`)).statusCode).toBe(404);
    expect((await send(own, 'GET', `/batches/${made.id}/files/1/cards.pdf`)).statusCode).toBe(403);
    expect((await send(own, 'POST', `/batches/${made.id}/cancel`)).statusCode).toBe(403);
  });
});

describe('the page behind the card’s code', () => {
  it('answers known and unknown codes alike, in capitals and small letters', async () => {
    const household = room.households.add();
    const made = await madeBatch(await signedIn('coordinator'));
    const [card] = (await room.app.get(BatchesService).manifest(campaign.id, made.id)).cards;
    const known = room.app.get(CardCodes).codeOf(card?.id ?? '');
    const unknown = '0'.repeat(27);
    for (const [method, end] of [
      ['GET', ''],
      ['POST', '/ikke-ring'],
    ] as const) {
      const ask = async (prefix: string, code: string) => {
        const answer = await room.app.inject({ method, url: `/${prefix}/${code}${end}` });
        const body = answer.body.replaceAll(code, '').replace(/"requestId":"[^"]*"/, '');
        return `${answer.statusCode} ${body}`;
      };
      const answers = [await ask('k', known), await ask('k', unknown), await ask('K', known)];
      expect(new Set(answers).size).toBe(1);
    }
    expect(room.households.households.get(household)?.obstacle).toBe('blocked');
  });

  it('says that a mistyped code is none, and promises nothing', async () => {
    for (const [method, url] of [
      ['GET', `/k/${'0'.repeat(25)}1`],
      ['POST', `/k/${'0'.repeat(25)}1/ikke-ring`],
      ['GET', '/k/7HVG-FZZ4-XXXX'],
    ] as const) {
      const answer = await room.app.inject({ method, url });
      expect(answer.statusCode).toBe(404);
      expect(answer.body).toContain('Se etter på kortet');
      expect(answer.body).not.toContain('Vi ringer deg ikke');
    }
  });

  it('slows down whoever tries one code after the other, with a page that says so', async () => {
    const remoteAddress = '203.0.113.7';
    const ask = () => room.app.inject({ method: 'GET', url: `/k/${'0'.repeat(27)}`, remoteAddress });
    for (let look = 0; look < 120; look += 1) expect((await ask()).statusCode).toBe(200);
    const refused = await ask();
    expect(refused.statusCode).toBe(429);
    expect(refused.headers['content-type']).toContain('text/html');
    expect(refused.body).toContain('Vent et minutt');
    const other = await room.app.inject({ method: 'GET', url: `/k/${'0'.repeat(27)}` });
    expect(other.statusCode).toBe(200);
  });

  it('changes nothing when it is only looked at', async () => {
    const before = [...room.households.households];
    await room.app.inject({ method: 'GET', url: `/K/${'0'.repeat(27)}` });
    expect([...room.households.households]).toEqual(before);
  });
});
