import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { type Role, roles } from '@savner/contract/accounts';
import { ACCESS, type Access } from '../../src/platform/http/access.js';
import { OpenApiController } from '../../src/platform/http/openapi.controller.js';
import { startTestApp, type TestApp, type TestUser } from '../app-harness.js';

/** Everything the world may reach without signing in. A new line here is a decision. */
const publicRoutes = [
  'CampaignsController.municipalities',
  'CampaignsController.postcode',
  'CardPageController.doNotCall',
  'CardPageController.show',
  'HealthController.health',
  'HealthController.ready',
  'OpenApiController.document',
  'PublicPagesController.form',
  'PublicPagesController.front',
  'PublicPagesController.municipality',
  'PublicPagesController.notice',
  'PublicPagesController.receipt',
  'PublicPagesController.send',
  'PublicTipsController.send',
  'SessionController.current',
  'SessionController.readLink',
  'SessionController.signIn',
  'SessionController.useLink',
];

let server: TestApp;

beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());

interface FoundRoute {
  readonly name: string;
  readonly access: Access | undefined;
}

function allRoutes(): FoundRoute[] {
  const scanner = server.app.get(MetadataScanner, { strict: false });
  return server.app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ instance }) => {
      const controller = instance as object;
      const prototype = Object.getPrototypeOf(controller) as Record<string, unknown>;
      return scanner.getAllMethodNames(prototype).flatMap((name) => {
        const method = prototype[name];
        if (typeof method !== 'function' || Reflect.getMetadata(PATH_METADATA, method) === undefined)
          return [];
        const access = Reflect.getMetadata(ACCESS, method) as Access | undefined;
        return [{ name: `${controller.constructor.name}.${name}`, access }];
      });
    });
}

describe('every route', () => {
  it('says who may enter', () => {
    const silent = allRoutes().filter((route) => route.access === undefined);
    expect(silent).toEqual([]);
  });

  it('is closed to the world unless it stands on the list', () => {
    const open = allRoutes().filter((route) => route.access?.kind === 'public');
    expect(open.map((route) => route.name).sort()).toEqual([...publicRoutes].sort());
  });

  it('answers visitors with «sign in» and the wrong role with «no access», before it looks at the request', async () => {
    const users = new Map<Role, TestUser>();
    for (const role of roles) {
      const municipality = role === 'admin' || role === 'coordinator' ? null : '3427';
      users.set(role, await server.signedIn([role], municipality));
    }
    const described = server.app.get(OpenApiController).routes();
    expect(described.length).toBeGreaterThan(15);
    const unknownId = '00000000-0000-7000-8000-000000000000';
    for (const { endpoint, access } of described) {
      if (access.kind === 'public') continue;
      const url = endpoint.path
        .replace(':municipality', '3426')
        .replace(':postcode', '2500')
        .replace(/:\w+/g, unknownId);
      const visitor = await server.visitor.send(endpoint.method, url);
      expect([endpoint.path, visitor.status]).toEqual([endpoint.path, 401]);
      if (access.kind !== 'roles') continue;
      for (const [role, user] of users) {
        if (access.roles.includes(role)) continue;
        const answer = await user.send(endpoint.method, url);
        expect([role, endpoint.method, endpoint.path, answer.status]).toEqual([
          role,
          endpoint.method,
          endpoint.path,
          403,
        ]);
      }
    }
  });
});

describe('every look into a campaign', () => {
  it('says that there is no such campaign, and never shows an empty list instead', async () => {
    const admin = await server.signedIn(['admin'], null);
    const looks = server.app
      .get(OpenApiController)
      .routes()
      .filter(({ endpoint, access }) => {
        const mayLook = access.kind === 'roles' && access.roles.includes('admin');
        return mayLook && endpoint.method === 'GET' && endpoint.path.includes('/:campaignId');
      });
    expect(looks.length).toBeGreaterThan(10);
    const unasked: string[] = [];
    for (const { endpoint } of looks) {
      const url = endpoint.path
        .replace(':municipality', '3426')
        .replace(/:\w+/g, '00000000-0000-7000-8000-000000000000');
      const { status } = await admin.send('GET', url);
      if (status === 200) unasked.push(endpoint.path);
    }
    expect(unasked).toEqual([]);
  });
});

describe('the OpenAPI document', () => {
  it('describes every contract route with its schemas and refusals', async () => {
    const answer = await server.visitor.send('GET', '/api/openapi.json');
    expect(answer.status).toBe(200);
    const document = answer.json as {
      openapi: string;
      paths: Record<string, Record<string, { responses: object }>>;
    };
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(operations.length).toBe(server.app.get(OpenApiController).routes().length);
    expect(document.paths['/api/session']?.['post']?.responses).toHaveProperty('401');
  });
});
