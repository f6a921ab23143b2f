import { Controller, Get, Header, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { Campaign } from '@savner/contract/campaigns';
import {
  type CardPage,
  type CardReceiptPage,
  languageParameter,
  type PublicCampaign,
  publicPaths,
} from '@savner/contract/pages';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../platform/http/access.js';
import { PageRenderer } from '../../platform/http/page-renderer.js';
import { CampaignsService } from '../campaigns/index.js';
import { CardChoicesService } from './card-choices.service.js';
import { readCode } from './domain/card-code.js';

/**
 * The page behind the card's code. It looks nothing up: every code gives the same page, so it cannot be asked who
 * has a card. Both cases are served, since the QR code's address is in capitals.
 */
@Controller()
export class CardPageController {
  constructor(
    private readonly pages: PageRenderer,
    private readonly campaigns: CampaignsService,
    private readonly choices: CardChoicesService,
  ) {}

  @Public()
  @Get(['/k/:code', '/K/:code'])
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  async show(@Param('code') typed: string, @Req() request: FastifyRequest): Promise<string> {
    const code = shownCode(typed);
    const shared = await this.#shared(request, publicPaths.card(code));
    return this.pages.render({ ...shared, page: 'card', code } satisfies CardPage);
  }

  @Public()
  @Post(['/k/:code/ikke-ring', '/K/:code/ikke-ring'])
  @HttpCode(200)
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  async doNotCall(@Param('code') typed: string, @Req() request: FastifyRequest): Promise<string> {
    await this.choices.doNotCall(typed);
    const shared = await this.#shared(request, publicPaths.card(shownCode(typed)));
    return this.pages.render({
      ...shared,
      page: 'card_receipt',
      choice: 'do_not_call',
    } satisfies CardReceiptPage);
  }

  async #shared(request: FastifyRequest, path: string) {
    return {
      language: chosenLanguage(request),
      path,
      campaign: publicCampaign(await this.campaigns.findOpen()),
    };
  }
}

/** The code in its canonical form; a text that cannot be one keeps only letters and digits. */
function shownCode(typed: string): string {
  return readCode(typed) ?? typed.replace(/[^0-9A-Za-z]/g, '').slice(0, 40);
}

function publicCampaign(campaign: Campaign | null): PublicCampaign | null {
  if (!campaign) return null;
  const municipalities = campaign.municipalities.map(({ number, name }) => ({ number, name }));
  return { name: campaign.name, region: campaign.region, municipalities, contact: campaign.contact };
}

function chosenLanguage(request: FastifyRequest): 'nb' | 'nn' {
  const asked: unknown = new URL(request.url, 'http://host').searchParams.get(languageParameter);
  const chosen = asked ?? request.cookies[languageParameter];
  return chosen === 'nn' ? 'nn' : 'nb';
}
