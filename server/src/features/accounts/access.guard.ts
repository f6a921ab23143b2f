import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { AppError, forbidden } from '../../platform/errors.js';
import { ACCESS, type Access } from '../../platform/http/access.js';
import { hasRole } from '../../platform/actor.js';
import { SessionCookie } from './session-cookie.js';
import { SessionsService } from './sessions.service.js';

/** Deny by default: every route passes here, and one that says nothing about access lets nobody in. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
    private readonly cookie: SessionCookie,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    const token = this.cookie.read(request);
    request.actor = token === null ? null : await this.sessions.recognise(token);
    if (access?.kind === 'public') return true;
    if (!request.actor) throw new AppError('not_signed_in', 'Du må logge inn først.');
    if (access?.kind === 'signed_in') return true;
    if (access?.kind === 'roles' && hasRole(request.actor, ...access.roles)) return true;
    throw forbidden();
  }
}
