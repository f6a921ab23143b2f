import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { id } from '@savner/contract/common';
import type { ErrorCode } from '@savner/contract/errors';
import type { MessagePage } from '@savner/contract/pages';
import { honeypotField } from '@savner/contract/tips';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../platform/errors.js';
import { Public } from '../../platform/http/access.js';
import { languageOf } from '../../platform/http/public-language.js';
import { newId } from '../../platform/ids.js';
import { rawTipFrom } from './domain/tip-fields.js';
import { PublicDoor } from './public-door.js';
import { PublicPages } from './public-pages.service.js';
import { PublicTips } from './public-tips.service.js';

/** The campaign's face and the tip form, for every browser there is. */
@Controller()
export class PublicPagesController {
  constructor(
    private readonly pages: PublicPages,
    private readonly tips: PublicTips,
    private readonly door: PublicDoor,
  ) {}

  @Public()
  @Get('/')
  async front(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.#show(request, reply, (language) => this.pages.front(language, null));
  }

  @Public()
  @Get('/tips')
  async form(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Query('kommune') number?: string) {
    return this.#show(request, reply, (language) => this.pages.form(language, number ?? null));
  }

  @Public()
  @Get('/tips/takk')
  async receipt(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query('kommune') number?: string,
  ) {
    return this.#show(request, reply, (language) => this.pages.receipt(language, number ?? null));
  }

  @Public()
  @Get('/personvern')
  async notice(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.#show(request, reply, (language) => this.pages.notice(language));
  }

  @Public()
  @Get('/:municipality')
  async municipality(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('municipality') number: string,
  ) {
    return this.#show(request, reply, (language) => this.pages.front(language, number));
  }

  @Public()
  @Post('/tips')
  async send(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Body() given: unknown) {
    const body = fieldsOf(given);
    const language = languageOf(request, reply);
    const key = id.catch(() => newId()).parse(body['key']);
    const raw = rawTipFrom(body);
    try {
      this.door.check(request);
      const problems = await this.tips.send({
        key,
        raw,
        language,
        [honeypotField]: textOf(body[honeypotField]),
      });
      if (problems.length === 0)
        return await reply.redirect(this.pages.receiptAddress(raw.municipality), 303);
      return await html(reply, 422, await this.pages.formAgain(language, { key, values: raw, problems }));
    } catch (error) {
      const status = error instanceof AppError ? messageStatuses[error.code] : undefined;
      if (status === undefined) throw error;
      return html(reply, status, await this.pages.message(language, status, request.id));
    }
  }

  async #show(
    request: FastifyRequest,
    reply: FastifyReply,
    render: (language: ReturnType<typeof languageOf>) => Promise<string | null>,
  ) {
    const language = languageOf(request, reply);
    const page = await render(language);
    if (page !== null) return html(reply, 200, page);
    return html(reply, 404, await this.pages.message(language, 404, request.id));
  }
}

async function html(reply: FastifyReply, status: number, page: string) {
  return reply.status(status).type('text/html; charset=utf-8').send(page);
}

/** What is no form at all counts as an empty one. */
function fieldsOf(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? { ...body } : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Refusals that a visitor is told on a page; the others are our own fault. */
const messageStatuses: Partial<Record<ErrorCode, MessagePage['status']>> = {
  campaign_not_open: 410,
  too_large: 422,
  too_many_requests: 429,
};
