import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LinksService } from '../src/features/accounts/index.js';
import { CampaignsService } from '../src/features/campaigns/index.js';
import { startTestApp, type TestApp } from './app-harness.js';

let server: TestApp;

beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());

async function firstAdminToken(): Promise<string> {
  const link = await server.get(LinksService).firstAdminLink();
  return link?.split('#')[1] ?? '';
}

describe('the first administrator', () => {
  it('is told which fields are missing and how to mend them', async () => {
    const token = await firstAdminToken();
    const answer = await server.visitor.send('POST', '/api/links/use', { token, password: 'kort' });
    expect(answer.status).toBe(422);
    expect(answer.json).toMatchObject({
      code: 'validation_failed',
      fields: [{ path: 'password', message: expect.stringContaining('minst 12 tegn') }],
    });
  });

  it('joins with a one-time link that works once, and signs in with the password afterwards', async () => {
    const token = await firstAdminToken();
    const joining = {
      token,
      name: 'Drift Prøvestad',
      email: 'Drift@example.no',
      password: 'fire tilfeldige ord her',
    };
    const [first, second] = await Promise.all([
      server.visitor.send('POST', '/api/links/use', joining),
      server.visitor.send('POST', '/api/links/use', joining),
    ]);
    expect([first.status, second.status].sort()).toEqual([200, 410]);
    expect(await server.get(LinksService).firstAdminLink()).toBeNull();

    const signedIn = await server.visitor.send('POST', '/api/session', {
      email: 'drift@example.no',
      password: 'fire tilfeldige ord her',
    });
    expect(signedIn.status).toBe(200);
    const cookie = String(signedIn.headers['set-cookie']);
    expect(cookie).toContain('__Host-savner=');
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('Secure');
    expect(cookie).toContain('SameSite=Lax');
  });
});

describe('signing in', () => {
  it('answers an unknown address and a wrong password alike', async () => {
    const wrong = { password: 'helt feil passord' };
    const known = await server.visitor.send('POST', '/api/session', { email: 'drift@example.no', ...wrong });
    const unknown = await server.visitor.send('POST', '/api/session', {
      email: 'ukjent@example.no',
      ...wrong,
    });
    expect(known.status).toBe(401);
    expect({ ...(known.json as object), requestId: '' }).toEqual({
      ...(unknown.json as object),
      requestId: '',
    });
  });

  it('ends at once when access is taken away', async () => {
    const admin = await server.signedIn(['admin']);
    const caller = await server.signedIn(['caller'], '3427');
    expect((await caller.send('GET', '/api/campaigns')).status).toBe(200);
    expect((await admin.send('POST', `/api/users/${caller.userId}/disable`)).status).toBe(200);
    expect((await caller.send('GET', '/api/campaigns')).status).toBe(401);
  });
});

describe('signing somebody out everywhere', () => {
  it('ends open windows and the links that are still out there', async () => {
    const admin = await server.signedIn(['admin']);
    const caller = await server.signedIn(['caller'], '3427');
    const made = await admin.send('POST', `/api/users/${caller.userId}/sign-in-link`);
    const token = (made.json as { url: string }).url.split('#')[1];
    expect((await admin.send('POST', `/api/users/${caller.userId}/end-sessions`)).status).toBe(200);
    expect((await caller.send('GET', '/api/campaigns')).status).toBe(401);
    expect((await server.visitor.send('POST', '/api/links/use', { token })).status).toBe(410);
  });
});

describe('inviting', () => {
  it('lets a mayor bring in callers of the own municipality only', async () => {
    const mayor = await server.signedIn(['mayor'], '3427');
    const invite = (municipality: string, roles: string[]) =>
      mayor.send('POST', '/api/users', { name: 'Ny Ringer', municipality, roles });
    expect((await invite('3427', ['caller'])).status).toBe(201);
    expect((await invite('3426', ['caller'])).status).toBe(403);
    expect((await invite('3427', ['coordinator'])).status).toBe(403);
  });

  it('puts those who join on their municipality’s team', async () => {
    const campaign = await server.openCampaign();
    const mayor = await server.signedIn(['mayor'], '3426', 'Ordfører Tolgamo');
    await server.signedIn(['caller'], '3426', 'Ringer Tolgamo');
    const answer = await mayor.send('GET', `/api/campaigns/${campaign.id}/teams/3426`);
    expect(answer.json).toMatchObject({
      members: [
        { name: 'Ordfører Tolgamo', isMayor: true },
        { name: 'Ringer Tolgamo', isMayor: false },
      ],
    });
    expect((await mayor.send('GET', `/api/campaigns/${campaign.id}/teams/3427`)).status).toBe(403);
  });

  it('puts those who joined earlier on the team of a later campaign, and keeps what they can take', async () => {
    const mayor = await server.signedIn(['mayor'], '3430', 'Ordfører Osmo');
    const gone = await server.signedIn(['caller'], '3430', 'Sluttet Osmo');
    const admin = await server.signedIn(['admin']);
    expect((await admin.send('POST', `/api/users/${gone.userId}/disable`)).status).toBe(200);
    const campaign = await server.openCampaign();
    const team = `/api/campaigns/${campaign.id}/teams/3430`;
    expect((await mayor.send('GET', team)).json).toMatchObject({
      members: [{ name: 'Ordfører Osmo', capacity: 10 }],
    });
    await mayor.send('PATCH', `${team}/members/${mayor.userId}`, { capacity: 25 });
    const campaigns = server.get(CampaignsService);
    await campaigns.change(campaign.id, { version: campaign.version, name: 'Nytt navn' });
    expect((await mayor.send('GET', team)).json).toMatchObject({
      members: [{ name: 'Ordfører Osmo', capacity: 25 }],
    });
  });
});

describe('requests from elsewhere', () => {
  it('are stopped when another site makes them in the visitor’s name', async () => {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { origin: 'https://evil.example.com', host: 'savner.example.no' },
      payload: { email: 'drift@example.no', password: 'fire tilfeldige ord her' },
    });
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ code: 'cross_site_request' });
  });

  it.each(['cross-site', 'same-site'])('are stopped when the browser calls them %s', async (site) => {
    const answer = await sendForm({ 'sec-fetch-site': site, origin: 'null' });
    expect(answer.json()).toMatchObject({ code: 'cross_site_request' });
  });

  it('are not those of our own forms, which a browser may send with the origin «null»', async () => {
    const answer = await sendForm({ 'sec-fetch-site': 'same-origin', origin: 'null' });
    expect(answer.statusCode).not.toBe(403);
    expect(answer.headers['content-type']).toContain('text/html');
  });

  it('can be told from our own by old browsers too: pages let the origin be sent to ourselves', async () => {
    const page = await server.app.inject({ method: 'GET', url: '/tips' });
    expect(page.headers['referrer-policy']).toBe('same-origin');
  });

  function sendForm(headers: Record<string, string>) {
    return server.app.inject({
      method: 'POST',
      url: '/tips',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'municipality=3427',
    });
  }
});

describe('the door', () => {
  it('slows down whoever tries one password after the other, and nobody else', async () => {
    const guess = (remoteAddress: string) =>
      server.app.inject({
        method: 'POST',
        url: '/api/session',
        remoteAddress,
        payload: { email: 'ingen@example.no', password: 'et ganske langt gjett' },
      });
    for (let tries = 0; tries < 100; tries += 1)
      expect((await guess('203.0.113.9')).json()).toMatchObject({ code: 'wrong_credentials' });
    expect((await guess('203.0.113.9')).statusCode).toBe(429);
    expect((await guess('198.51.100.9')).json()).toMatchObject({ code: 'wrong_credentials' });
  });
});
