import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Role } from '@savner/contract/accounts';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../errors.js';

/** The signed-in person a request acts for. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  readonly email: string | null;
  readonly roles: readonly Role[];
  /** Null for those who work for the whole region. */
  readonly municipality: string | null;
  readonly sessionId: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    actor?: Actor | null;
  }
}

/** The signed-in person; on a public route use {@link MaybeActor}. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = context.switchToHttp().getRequest<FastifyRequest>().actor;
  if (!actor) throw new AppError('not_signed_in', 'Du må logge inn først.');
  return actor;
});

export const MaybeActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor | null =>
    context.switchToHttp().getRequest<FastifyRequest>().actor ?? null,
);

export function hasRole(actor: Actor, ...wanted: readonly Role[]): boolean {
  return actor.roles.some((role) => wanted.includes(role));
}

/** Coordinators and administrators see every municipality; the others their own. */
export function mayActFor(actor: Actor, municipality: string): boolean {
  return hasRole(actor, 'coordinator', 'admin') || actor.municipality === municipality;
}
