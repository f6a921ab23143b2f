import { Controller, Get, Inject } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Endpoint } from '@savner/contract/endpoint';
import type { Config } from '../../config/config.js';
import type { Actor } from '../actor.js';
import { notSignedIn } from '../errors.js';
import { CONFIG } from '../tokens.js';
import { ACCESS, type Access, Public } from './access.js';
import { MaybeActor } from './current-actor.js';
import { type DescribedRoute, openApiDocument } from './openapi.js';
import { ENDPOINT } from './route.js';

@Controller()
export class OpenApiController {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Open where everything is invented; a real campaign shows it to those who are signed in. */
  @Public()
  @Get('/api/openapi.json')
  document(@MaybeActor() actor: Actor | null): object {
    if (this.config.mode === 'live' && !actor) throw notSignedIn();
    return openApiDocument(this.routes(), this.config.publicUrl);
  }

  /** Every contract route of the running application. */
  routes(): DescribedRoute[] {
    return this.discovery.getControllers().flatMap(({ instance }) => {
      if (typeof instance !== 'object' || instance === null) return [];
      const prototype: unknown = Object.getPrototypeOf(instance);
      if (typeof prototype !== 'object' || prototype === null) return [];
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => describe(prototype, name));
    });
  }
}

function describe(prototype: object, name: string): DescribedRoute[] {
  const method: unknown = Reflect.get(prototype, name);
  if (typeof method !== 'function') return [];
  const endpoint = Reflect.getMetadata(ENDPOINT, method) as Endpoint | undefined;
  const access = Reflect.getMetadata(ACCESS, method) as Access | undefined;
  return endpoint ? [{ endpoint, access: access ?? { kind: 'roles', roles: [] } }] : [];
}
