import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { createHttpApp } from '../src/app.js';
import { Database } from '../src/platform/database/database.js';
import { OpenApiController } from '../src/platform/http/openapi.controller.js';
import { startTestApp, type TestApp, type TestUser } from './app-harness.js';
import { FakeClock } from './fake-clock.js';
import { makeTestPlace } from './test-database.js';

let server: TestApp;
let port: number;
let coordinator: TestUser;
let imports: string;

beforeAll(async () => {
  server = await startTestApp();
  await server.app.listen(0, '127.0.0.1');
  port = (server.app.getHttpServer().address() as AddressInfo).port;
  coordinator = await server.signedIn(['coordinator']);
  imports = `/api/campaigns/${(await server.openCampaign()).id}/tips/imports/preview?fileName=a.csv`;
});
afterAll(() => server.close());

const octets = { 'content-type': 'application/octet-stream' };

describe('an address the router cannot read', () => {
  it.each(['/%', '/tips/%E0%A4', '/api/%', `/${'a'.repeat(101)}`, `/api/postcodes/${'1'.repeat(300)}`])(
    '%s is answered like any that does not exist, with our headers',
    async (url) => {
      const answer = await server.visitor.send('GET', url);
      expect(answer.status).toBe(404);
      expect(answer.headers).toMatchObject({
        'content-security-policy': expect.stringContaining("default-src 'none'"),
        'cache-control': 'no-store',
      });
      if (url.startsWith('/api/'))
        expect(answer.json).toMatchObject({ code: 'not_found', requestId: expect.any(String) });
      else expect(answer.text).toMatch(/^<!doctype html>/i);
    },
  );
});

describe('every answer', () => {
  it('switches off what browsers offer and we never use', async () => {
    for (const url of ['/', '/api/health', '/api/nowhere', '/app']) {
      const { headers } = await server.visitor.send('GET', url);
      expect(headers['permissions-policy']).toMatch(/camera=\(\).*geolocation=\(\).*microphone=\(\)/);
    }
  });
});

describe('a form that is no form', () => {
  it.each([
    ['application/json', 'null'],
    ['application/json', '[1]'],
    ['application/json', '"text"'],
    ['application/x-www-form-urlencoded', ''],
    ['application/octet-stream', 'bytes'],
  ])('(%s: %s) is answered like an empty one', async (type, payload) => {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/tips',
      headers: { 'content-type': type },
      payload,
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.headers['content-type']).toMatch(/^text\/html/);
  });
});

describe('a file', () => {
  it('is not read before its sender is let in', async () => {
    expect(await answerWithoutBody(imports, octets)).toBe(401);
    expect(await answerWithoutBody('/api/session', octets)).toBe(422);
    expect(await answerWithoutBody('/tips', octets)).toBe(422);
  });

  it('is taken where a list is, and too large nowhere', async () => {
    const list = Buffer.from('kommune;fornavn;etternavn;poststed\n3427;Kari;Vold;Oslo\n');
    expect(await coordinator.send('POST', imports, list)).toMatchObject({
      status: 200,
      json: { counts: { good: 1 } },
    });
    const large = Buffer.alloc(17 * 1024 * 1024, 'a');
    expect(await coordinator.send('POST', imports, large)).toMatchObject({
      status: 413,
      json: { code: 'too_large' },
    });
    const message = { padding: 'a'.repeat(100_000) };
    expect(await coordinator.send('POST', imports, message)).toMatchObject({ status: 413 });
  });

  /** The status a sender gets who announces ten megabytes and sends none of them. */
  async function answerWithoutBody(
    path: string,
    headers: Record<string, string>,
  ): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const announced = { ...headers, 'content-length': String(10 * 1024 * 1024) };
      const request = httpRequest({ port, path, method: 'POST', headers: announced }, (answer) => {
        resolve(answer.statusCode);
        request.destroy();
      });
      request.on('error', reject);
      request.flushHeaders();
    });
  }
});

describe('the address of a sender', () => {
  it('is the one our own proxy saw, whatever the sender wrote before it', async () => {
    const place = await makeTestPlace();
    const app = await createHttpApp({ ...place.config, trustProxy: 1 }, new FakeClock());
    const statuses = new Set<number>();
    try {
      for (let count = 0; count < 200 && !statuses.has(429); count += 1) {
        const answer = await app.inject({
          method: 'POST',
          url: '/api/links/read',
          headers: { 'x-forwarded-for': `10.0.${count}.1, 192.0.2.7` },
          payload: { token: 'a'.repeat(43) },
        });
        statuses.add(answer.statusCode);
      }
      expect(statuses).toContain(429);
    } finally {
      await app.close();
      await place.remove();
    }
  });
});

describe('the OpenAPI document', () => {
  it('of a real campaign is for those who are signed in', async () => {
    const { app, config } = server;
    const find = { strict: false };
    const live = new OpenApiController(app.get(DiscoveryService, find), app.get(MetadataScanner, find), {
      ...config,
      mode: 'live',
    });
    expect(() => live.document(null)).toThrow(/logge inn/);
    expect((await server.visitor.send('GET', '/api/openapi.json')).status).toBe(200);
  });
});

describe('ready', () => {
  it('is taken back when the database refuses a write, and given again when it takes one', async () => {
    const place = await makeTestPlace('sqlite');
    const app = await createHttpApp(place.config, new FakeClock());
    const database = app.get(Database);
    const source = app.get<DataSource>(getDataSourceToken());
    const status = async () => (await app.inject({ method: 'GET', url: '/api/ready' })).statusCode;
    const store = () =>
      database.transaction(() => database.writer.query('UPDATE user_account SET name = name'));
    try {
      expect(await status()).toBe(200);
      await source.query('PRAGMA query_only = ON');
      await expect(store()).rejects.toThrow(/readonly/);
      expect(await status()).toBe(503);
      expect(await status()).toBe(503);
      await source.query('PRAGMA query_only = OFF');
      expect(await status()).toBe(200);
    } finally {
      await app.close();
      await place.remove();
    }
  });
});
