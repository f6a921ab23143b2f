import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Campaign } from '@savner/contract/campaigns';
import type { ImportPreview, Tip, TipImport } from '@savner/contract/tips';
import { CampaignsService } from '../src/features/campaigns/index.js';
import { type TipRecord, TipsReader, tipsArrived } from '../src/features/tips/index.js';
import { Events } from '../src/platform/events.js';
import { startTestApp, type TestAnswer, type TestApp, type TestUser } from './app-harness.js';
import { sampleFile } from './sample-campaign.js';

let server: TestApp;
let campaign: Campaign;
let coordinator: TestUser;
let arrived: string[] = [];

beforeAll(async () => {
  server = await startTestApp();
  server.get(Events).subscribe(tipsArrived, async ({ tipIds }) => {
    arrived.push(...tipIds);
  });
});
afterAll(() => server.close());
beforeEach(async () => {
  if (campaign) {
    const { id, version } = await server.get(CampaignsService).get(campaign.id);
    await server.get(CampaignsService).change(id, { version, state: 'closed' });
  }
  campaign = await server.openCampaign();
  server.clock.advance({ hours: 1 });
  coordinator = await server.signedIn(['coordinator']);
  arrived = [];
});

const kari = {
  municipality: '3427',
  firstNames: 'Kari',
  lastName: 'Prøvestad',
  phone: '912 34 567',
  greeting: 'Kom heim, "vi" treng deg på skulen = sant',
};

async function stored(): Promise<TipRecord[]> {
  const tips: TipRecord[] = [];
  for await (const tip of server.get(TipsReader).ofCampaign(campaign.id)) tips.push(tip);
  return tips;
}

async function sendForm(fields: Record<string, string>, cookie = ''): Promise<TestAnswer> {
  const answer = await server.app.inject({
    method: 'POST',
    url: '/tips',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
    payload: new URLSearchParams(fields).toString(),
  });
  return { status: answer.statusCode, json: null, text: answer.body, headers: answer.headers };
}

async function sendFile(user: TestUser, path: string, bytes: Buffer): Promise<TestAnswer> {
  return user.send('POST', `/api/campaigns/${campaign.id}/tips/imports${path}`, bytes);
}

describe('a tip from the public', () => {
  it('is kept word for word and told to those who listen, in the same breath', async () => {
    const answer = await server.visitor.send('POST', '/api/public/tips', { key: randomUUID(), ...kari });
    expect([answer.status, answer.json]).toEqual([201, { done: true }]);
    const [tip] = await stored();
    expect(tip).toMatchObject({
      municipality: '3427',
      phone: '+4791234567',
      greeting: kari.greeting,
      source: 'public',
      maySayName: false,
      mayContact: false,
      receivedAt: server.clock.now(),
    });
    expect(arrived).toEqual([tip?.id]);
  });

  it('sent twice with the same key is one tip, also when both come at once', async () => {
    const body = { key: randomUUID(), ...kari };
    const answers = await Promise.all(
      [1, 2, 3].map(() => server.visitor.send('POST', '/api/public/tips', body)),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await stored()).toHaveLength(1);
    expect(arrived).toHaveLength(1);
  });

  it('is kept when it comes with a key that another tip has used, as from a form somebody went back to', async () => {
    const key = randomUUID();
    for (const firstNames of ['Kari', 'Helt Annerledes', 'Kari'])
      await server.visitor.send('POST', '/api/public/tips', { key, ...kari, firstNames });
    expect(await stored()).toMatchObject([{ firstNames: 'Kari' }, { firstNames: 'Helt Annerledes' }]);
  });

  it('is answered alike whether the person is new, known, or the sender is a robot', async () => {
    const send = (more: object) => server.visitor.send('POST', '/api/public/tips', { ...kari, ...more });
    const key = randomUUID();
    const answers = [
      await send({ key }),
      await send({ key }),
      await send({ key: randomUUID() }),
      await send({ key: randomUUID(), nettsted: 'http://kjop.example.com' }),
    ];
    const shown = answers.map(({ status, text, headers }) => [status, text, Object.keys(headers).sort()]);
    expect(new Set(shown.map((part) => JSON.stringify(part))).size).toBe(1);
    expect(await stored()).toHaveLength(2);
  });

  it('with faults is refused with every field and remedy, and nothing is kept', async () => {
    const answer = await server.visitor.send('POST', '/api/public/tips', {
      key: randomUUID(),
      municipality: 'Trondheim',
      lastName: 'Prøvestad',
      birthYear: 2012,
      phone: '113',
      postcode: '12',
      greeting: 'Nummeret er 149074 41270',
      tipperEmail: 'roar@',
    });
    expect(answer.status).toBe(422);
    const { fields } = answer.json as { fields: { path: string; code: string; message: string }[] };
    expect(fields.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'municipality municipality.unknown',
      'birthYear person.under_18',
      'phone phone.not_callable',
      'postcode postcode.form',
      'greeting text.national_id',
      'tipperEmail email.form',
    ]);
    expect(answer.text).not.toContain('41270');
    expect(await stored()).toEqual([]);
  });

  it('must have a key, and may not be larger than any honest tip', async () => {
    const withoutKey = await server.visitor.send('POST', '/api/public/tips', kari);
    expect(withoutKey).toMatchObject({ status: 422, json: { fields: [{ path: 'key' }] } });
    const large = { key: randomUUID(), ...kari, relation: 'x'.repeat(3_900) };
    const fields = {
      ...large,
      street: large.relation,
      place: large.relation,
      nickname: large.relation,
      email: large.relation,
    };
    expect((await server.visitor.send('POST', '/api/public/tips', fields)).status).toBe(413);
  });

  it('is not taken in when no campaign is open', async () => {
    const { version } = await server.get(CampaignsService).get(campaign.id);
    await server.get(CampaignsService).change(campaign.id, { version, state: 'closed' });
    const answer = await server.visitor.send('POST', '/api/public/tips', { key: randomUUID(), ...kari });
    expect(answer).toMatchObject({ status: 409, json: { code: 'campaign_not_open' } });
    expect((await sendForm({ key: randomUUID(), ...kari })).status).toBe(410);
    expect((await server.visitor.send('GET', '/')).status).toBe(200);
    campaign = await server.openCampaign();
  });
});

describe('the form without JavaScript', () => {
  it('goes from the municipality’s own link to a receipt', async () => {
    const front = await server.visitor.send('GET', '/5025');
    expect(front.text).toContain('/tips?kommune=5025');
    const form = await server.visitor.send('GET', '/tips?kommune=5025');
    const key = /name="key"[^>]*value="([^"]+)"/.exec(form.text)?.[1] ?? '';
    expect(key).toMatch(/^[0-9a-f-]{36}$/);
    const sent = await sendForm({ ...kari, key, municipality: '5025', maySayName: 'on' });
    expect([sent.status, sent.headers['location']]).toEqual([303, '/tips/takk?kommune=5025']);
    const receipt = await server.visitor.send('GET', '/tips/takk?kommune=5025');
    expect(receipt.status).toBe(200);
    expect(receipt.text).not.toContain('Prøvestad');
    expect((await sendForm({ ...kari, key, municipality: '5025' })).status).toBe(303);
    expect(await stored()).toMatchObject([{ municipality: '5025', maySayName: true }]);
  });

  it('comes back with what was typed, what is wrong and the same key', async () => {
    const key = randomUUID();
    const answer = await sendForm({
      key,
      municipality: '3427',
      lastName: '<Vold> & "co"',
      phone: '9123',
      place: 'Oslo',
    });
    expect(answer.status).toBe(422);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.text).toContain('Telefon: Nummeret har for få sifre.');
    expect(answer.text).toContain(`value="${key}"`);
    expect(answer.text).toContain('value="9123"');
    expect(answer.text).not.toContain('<Vold>');
  });

  it('speaks nynorsk when asked, and remembers it', async () => {
    const first = await server.visitor.send('GET', '/tips?spraak=nn');
    expect(first.text).toContain('lang="nn"');
    const cookie = String(first.headers['set-cookie']).split(';')[0] ?? '';
    expect(cookie).toBe('spraak=nn');
    const again = await sendForm({ key: randomUUID(), municipality: '3427' }, cookie);
    expect(again.text).toContain('Fornamn: Skriv namnet');
  });

  it('slows down a network that sends far more than people do', async () => {
    for (let sent = 0; sent < 60; sent += 1) await sendForm({});
    expect((await sendForm({ key: randomUUID(), ...kari })).status).toBe(429);
    server.clock.advance({ minutes: 11 });
    expect((await sendForm({ key: randomUUID(), ...kari })).status).toBe(303);
  });
});

describe('the front page', () => {
  it('counts the tips from five on', async () => {
    const send = () => server.visitor.send('POST', '/api/public/tips', { key: randomUUID(), ...kari });
    const model = async () => /"tipCount":(null|\d+)/.exec((await server.visitor.send('GET', '/')).text)?.[1];
    for (let sent = 0; sent < 4; sent += 1) await send();
    expect(await model()).toBe('null');
    await send();
    expect(await model()).toBe('5');
  });

  it('knows no municipality outside the campaign', async () => {
    expect((await server.visitor.send('GET', '/0301')).status).toBe(404);
    expect((await server.visitor.send('GET', '/wp-login.php')).status).toBe(404);
  });

  it('leads to a notice about privacy', async () => {
    const notice = await server.visitor.send('GET', '/personvern');
    expect([notice.status, notice.text.includes('Datatilsynet')]).toEqual([200, true]);
  });
});

describe('staff', () => {
  const path = () => `/api/campaigns/${campaign.id}/tips`;
  const listed = (answer: TestAnswer) => answer.json as { tips: Tip[]; total: number };

  it('enters a paper tip by the same rules, once per key', async () => {
    const body = { key: randomUUID(), ...kari, tipperName: 'Per Nabo', mayContact: true };
    const first = await coordinator.send('POST', path(), body);
    const second = await coordinator.send('POST', path(), body);
    expect(first).toMatchObject({
      status: 201,
      json: { phoneE164: '+4791234567', enteredBy: 'Testperson Prøvestad' },
    });
    expect(second.json).toEqual(first.json);
    const wrong = await coordinator.send('POST', path(), {
      key: randomUUID(),
      municipality: '3427',
      lastName: 'Vold',
    });
    expect(wrong).toMatchObject({
      status: 422,
      json: { fields: [{ path: 'place', code: 'person.no_way_to_find' }] },
    });
  });

  it('finds Bård Sæther in Ålesund however it is spelt', async () => {
    await coordinator.send('POST', path(), {
      key: randomUUID(),
      municipality: 'Røros',
      firstNames: 'Bård',
      lastName: 'Sæther',
      place: 'Ålesund',
      phone: '+47 912 34 567',
    });
    for (const search of [
      'bard saether',
      'Baard',
      'SÄTHER',
      'aalesund',
      'alesund bård',
      '912 34 567',
      '0047 91234567',
    ]) {
      expect([
        search,
        listed(await coordinator.send('GET', `${path()}?search=${encodeURIComponent(search)}`)).total,
      ]).toEqual([search, 1]);
    }
    expect(listed(await coordinator.send('GET', `${path()}?search=%25`)).total).toBe(1);
    expect(listed(await coordinator.send('GET', `${path()}?search=bergen`)).total).toBe(0);
  });

  it('filters and pages, newest first', async () => {
    for (const [municipality, phone] of [
      ['3427', ''],
      ['3426', '91234567'],
      ['3427', '92345678'],
    ]) {
      server.clock.advance({ minutes: 1 });
      await coordinator.send('POST', path(), {
        key: randomUUID(),
        municipality,
        phone,
        lastName: `Vold ${phone}`,
        place: 'Oslo',
      });
    }
    expect(
      listed(await coordinator.send('GET', `${path()}?municipality=3427&lacks=phone`)).tips,
    ).toMatchObject([{ lastName: 'Vold' }]);
    const second = listed(await coordinator.send('GET', `${path()}?page=2&pageSize=2`));
    expect([second.total, second.tips.map(({ lastName }) => lastName)]).toEqual([3, ['Vold']]);
  });

  it('of one municipality sees and enters that one’s tips alone', async () => {
    const mayor = await server.signedIn(['mayor'], '3426');
    const own = await mayor.send('POST', path(), { key: randomUUID(), ...kari, municipality: 'Tolga' });
    expect(own.status).toBe(201);
    expect((await mayor.send('POST', path(), { key: randomUUID(), ...kari })).status).toBe(403);
    const other = await coordinator.send('POST', path(), { key: randomUUID(), ...kari });
    expect((await mayor.send('GET', `${path()}/${(other.json as Tip).id}`)).status).toBe(404);
    expect(listed(await mayor.send('GET', path())).tips.map(({ municipality }) => municipality)).toEqual([
      '3426',
    ]);
    expect(listed(await mayor.send('GET', `${path()}?municipality=3427`)).total).toBe(0);
    expect((await mayor.send('GET', `${path()}/imports`)).status).toBe(403);
    const caller = await server.signedIn(['caller'], '3426');
    expect((await caller.send('GET', path())).status).toBe(403);
  });
});

describe('importing a list', () => {
  it('shows what would be taken in, then takes in the good rows once and names the others', async () => {
    const looked = await sendFile(coordinator, '/preview?fileName=tips.csv', sampleFile);
    expect(looked.status).toBe(200);
    const preview = looked.json as ImportPreview;
    expect(preview).toMatchObject({
      encoding: 'utf-8',
      delimiter: ';',
      counts: { rows: 600, good: 576, bad: 24, repeated: 0 },
      alreadyImported: false,
    });
    expect(preview.problems).toContainEqual(
      expect.objectContaining({ row: 14, field: 'phone', header: 'phone', code: 'phone.not_a_number' }),
    );
    expect(await stored()).toEqual([]);

    const query = `?fileName=tips.csv&sha256=${preview.sha256}`;
    const [first, second] = await Promise.all([
      sendFile(coordinator, query, sampleFile),
      sendFile(coordinator, query, sampleFile),
    ]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect((first.json as TipImport).id).toBe((second.json as TipImport).id);
    expect(first.json).toMatchObject({
      counts: { good: 576, bad: 24, repeated: 0 },
      importedBy: 'Testperson Prøvestad',
    });
    expect(JSON.stringify((first.json as TipImport).refusedRows)).not.toMatch(
      /spør mora|14907441270|Steinmoen/,
    );

    const tips = await stored();
    expect(tips).toHaveLength(576);
    expect(new Set(arrived).size).toBe(576);
    expect(tips[0]).toMatchObject({ lastName: 'Røsås', receivedAt: new Date('2026-01-12T00:54:29.000Z') });
    const counts = await server.get(TipsReader).countsPerMunicipality(campaign.id);
    expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(576);
    const again = await sendFile(coordinator, '/preview?fileName=tips.csv', sampleFile);
    expect(again.json).toMatchObject({ counts: { good: 576, repeated: 576 }, alreadyImported: true });
  });

  it('takes in only what is new when the bad rows are mended and the file is sent again', async () => {
    const take = async (text: string) => {
      const bytes = Buffer.from(text);
      const { sha256 } = (await sendFile(coordinator, '/preview?fileName=a.csv', bytes))
        .json as ImportPreview;
      return (await sendFile(coordinator, `?fileName=a.csv&sha256=${sha256}`, bytes)).json as TipImport;
    };
    const header = 'kommune;fornavn;etternavn;telefon';
    const before = await take(`${header}\n3427;Kari;Vold;91234567\n3427;Ola;Vold;9123\n`);
    const after = await take(`${header}\n3427;Kari;Vold;91234567\n3427;Ola;Vold;91235678\n`);
    expect([before.counts.bad, after.counts]).toEqual([1, { rows: 2, good: 2, bad: 0, repeated: 1 }]);
    expect(await stored()).toHaveLength(2);
  });

  it('refuses a file that is not the one that was looked at', async () => {
    const query = `?fileName=tips.csv&sha256=${'0'.repeat(64)}`;
    const answer = await sendFile(coordinator, query, sampleFile);
    expect(answer).toMatchObject({ status: 409, json: { code: 'file_changed_since_preview' } });
    expect(await stored()).toEqual([]);
  });

  it('tells what to do with a workbook, and with headers it does not know', async () => {
    const workbook = await sendFile(
      coordinator,
      '/preview?fileName=tips.xlsx',
      Buffer.from('PK\u0003\u0004'),
    );
    expect(workbook).toMatchObject({
      status: 415,
      json: { message: expect.stringContaining('Lagre den som CSV') },
    });
    const headers = await sendFile(coordinator, '/preview?fileName=a.csv', Buffer.from('navn;nummer\n'));
    expect(headers).toMatchObject({ status: 422, json: { fields: [{ path: 'file.headers' }] } });
  });

  it('keeps nothing when a listener cannot do its part', async () => {
    const listener = { fails: true };
    server.get(Events).subscribe(tipsArrived, async () => {
      if (listener.fails) throw new Error('no room');
    });
    const answer = await server.visitor.send('POST', '/api/public/tips', { key: randomUUID(), ...kari });
    listener.fails = false;
    expect(answer.status).toBe(500);
    expect(await stored()).toEqual([]);
  });
});
