import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import {
  type CardPage,
  type CardReceiptPage,
  type MessagePage,
  type PublicPage,
  publicPaths,
} from '@savner/contract/pages';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../platform/http/access.js';
import { NetworkLimit } from '../../platform/http/network-limit.js';
import { PageRenderer } from '../../platform/http/page-renderer.js';
import { languageOf } from '../../platform/http/public-language.js';
import { CampaignsService, publicCampaign } from '../campaigns/index.js';
import { CardChoicesService } from './card-choices.service.js';
import { readCode } from './domain/card-code.js';

/** A household types its code a few times; somebody who tries codes one after the other needs millions. */
const looking = { kind: 'card', most: 120, perMinutes: 10 };
const choosing = { kind: 'card_choice', most: 30, perMinutes: 10 };

/**
 * The page behind the card's code. It looks nothing up: every code gives the same page, so it cannot be asked who
 * has a card. A code whose check sign is wrong was never on any card, and is said to be mistyped. Both cases are served,
 * since the QR code's address is in capitals.
 */
@Controller()
export class CardPageController {
  constructor(
    private readonly pages: PageRenderer,
    private readonly campaigns: CampaignsService,
    private readonly choices: CardChoicesService,
    private readonly limit: NetworkLimit,
  ) {}

  @Public()
  @Get(['/k/:code', '/K/:code'])
  async show(@Param('code') typed: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    if (!this.limit.allows(request.ip, looking)) return this.#refuse(429, typed, request, reply);
    const code = readCode(typed);
    if (code === null) return this.#refuse(404, typed, request, reply);
    const shared = await this.#shared(typed, request, reply);
    return this.#send(reply, 200, { ...shared, page: 'card', code } satisfies CardPage);
  }

  @Public()
  @Post(['/k/:code/ikke-ring', '/K/:code/ikke-ring'])
  async doNotCall(@Param('code') typed: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    if (!this.limit.allows(request.ip, choosing)) return this.#refuse(429, typed, request, reply);
    if (readCode(typed) === null) return this.#refuse(404, typed, request, reply);
    await this.choices.doNotCall(typed);
    const shared = await this.#shared(typed, request, reply);
    const receipt = { ...shared, page: 'card_receipt', choice: 'do_not_call' } satisfies CardReceiptPage;
    return this.#send(reply, 200, receipt);
  }

  async #refuse(status: 404 | 429, typed: string, request: FastifyRequest, reply: FastifyReply) {
    const shared = await this.#shared(typed, request, reply);
    const page = { ...shared, page: 'message', status, requestId: request.id } satisfies MessagePage;
    return this.#send(reply, status, page);
  }

  async #shared(typed: string, request: FastifyRequest, reply: FastifyReply) {
    const campaign = await this.campaigns.findOpen();
    return {
      language: languageOf(request, reply),
      path: publicPaths.card(shownCode(typed)),
      campaign: campaign && publicCampaign(campaign),
    };
  }

  async #send(reply: FastifyReply, status: number, page: PublicPage) {
    const html = await this.pages.render(page);
    return reply
      .status(status)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(html);
  }
}

/** The code in its canonical form; a text that cannot be one keeps only letters and digits. */
function shownCode(typed: string): string {
  return readCode(typed) ?? typed.replace(/[^0-9A-Za-z]/g, '').slice(0, 40);
}
