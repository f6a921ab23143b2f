import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LinksService } from '../src/features/accounts/index.js';
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
});
