import type {} from '@fastify/cookie';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type Language, language } from '@savner/contract/common';
import { languageParameter } from '@savner/contract/pages';
import type { FastifyRequest } from 'fastify';

/** The language the reader of the app has chosen: the same cookie as on the public pages, else bokmål. */
export const ReaderLanguage = createParamDecorator((_: unknown, context: ExecutionContext): Language => {
  const { cookies } = context.switchToHttp().getRequest<FastifyRequest>();
  return language.catch('nb').parse(cookies[languageParameter]);
});
