import type {} from '@fastify/cookie';
import { type Language, language } from '@savner/contract/common';
import { languageParameter } from '@savner/contract/pages';
import type { FastifyReply, FastifyRequest } from 'fastify';

const halfYear = 180 * 24 * 3_600;

/**
 * The language of a public page: chosen by `?spraak=nn` (and remembered in a cookie of that name), else the one
 * remembered, else what the browser prefers of the two, else bokmål.
 */
export function languageOf(request: FastifyRequest, reply: FastifyReply): Language {
  const chosen = language.safeParse(parameter(request.query));
  if (chosen.success) {
    const secure = request.protocol === 'https';
    void reply.setCookie(languageParameter, chosen.data, {
      path: '/',
      sameSite: 'lax',
      secure,
      maxAge: halfYear,
    });
    return chosen.data;
  }
  const remembered = language.safeParse(request.cookies[languageParameter]);
  return remembered.success ? remembered.data : preferred(request.headers['accept-language'] ?? '');
}

function parameter(query: unknown): unknown {
  return typeof query === 'object' && query !== null && languageParameter in query
    ? query[languageParameter]
    : undefined;
}

function preferred(header: string): Language {
  const first = /\b(nn|nb|no)\b/i.exec(header)?.[1]?.toLowerCase();
  return first === 'nn' ? 'nn' : 'nb';
}
