import { Injectable } from '@nestjs/common';
import type { Campaign } from '@savner/contract/campaigns';
import type { Language } from '@savner/contract/common';
import { type MessagePage, type PublicPage, publicPaths, tipFormFields } from '@savner/contract/pages';
import { newId } from '../../platform/ids.js';
import { PageRenderer } from '../../platform/http/page-renderer.js';
import { CampaignsService, publicCampaign } from '../campaigns/index.js';
import type { RawTip } from './domain/tip-fields.js';
import type { TipProblem } from './domain/tip-problems.js';
import { PublicTips } from './public-tips.service.js';

export interface FilledForm {
  readonly key: string;
  readonly values: RawTip;
  readonly problems: readonly TipProblem[];
}

/** The public pages of the tips, as documents that work without JavaScript. */
@Injectable()
export class PublicPages {
  constructor(
    private readonly campaigns: CampaignsService,
    private readonly tips: PublicTips,
    private readonly renderer: PageRenderer,
  ) {}

  /** @param number the municipality whose own link was followed; an unknown one gives null */
  async front(language: Language, number: string | null): Promise<string | null> {
    const campaign = await this.campaigns.findOpen();
    const municipality = participating(campaign, number);
    if (number !== null && municipality === null) return null;
    return this.renderer.render({
      page: 'front',
      language,
      path: municipality === null ? publicPaths.front : publicPaths.municipality(municipality),
      campaign: campaign && publicCampaign(campaign),
      municipality,
      tipCount: campaign && (await this.tips.publicCount(campaign.id)),
    });
  }

  async form(language: Language, number: string | null): Promise<string> {
    const municipality = participating(await this.campaigns.findOpen(), number);
    const values = municipality === null ? {} : { municipality };
    return this.#form(
      language,
      { key: newId(), values, problems: [] },
      withMunicipality(publicPaths.tipForm, municipality),
    );
  }

  async formAgain(language: Language, filled: FilledForm): Promise<string> {
    return this.#form(language, filled, publicPaths.tipForm);
  }

  async receipt(language: Language, number: string | null): Promise<string> {
    const campaign = await this.campaigns.findOpen();
    const municipality = participating(campaign, number);
    return this.renderer.render({
      page: 'tip_receipt',
      language,
      path: withMunicipality(publicPaths.tipReceipt, municipality),
      campaign: campaign && publicCampaign(campaign),
      municipality,
    });
  }

  async notice(language: Language): Promise<string> {
    return this.#plain({ page: 'notice', language, path: publicPaths.notice });
  }

  async message(language: Language, status: MessagePage['status'], requestId: string): Promise<string> {
    return this.#plain({ page: 'message', language, path: publicPaths.front, status, requestId });
  }

  /** Where the browser goes after a received tip: the same place whoever the tip is about. */
  receiptAddress(number: string | undefined): string {
    return withMunicipality(publicPaths.tipReceipt, /^\d{4}$/.test(number ?? '') ? (number ?? null) : null);
  }

  async #form(language: Language, { key, values, problems }: FilledForm, path: string): Promise<string> {
    const campaign = await this.campaigns.findOpen();
    return this.renderer.render({
      page: 'tip_form',
      language,
      path,
      campaign: campaign && publicCampaign(campaign),
      key,
      values: Object.fromEntries(
        tipFormFields.flatMap((field) => (field in values ? [[field, values[field]]] : [])),
      ),
      problems,
    });
  }

  async #plain(page: PlainPage): Promise<string> {
    const campaign = await this.campaigns.findOpen();
    return this.renderer.render({ ...page, campaign: campaign && publicCampaign(campaign) });
  }
}

type WithoutCampaign<Page> = Page extends unknown ? Omit<Page, 'campaign'> : never;
type PlainPage = WithoutCampaign<Extract<PublicPage, { page: 'notice' | 'message' }>>;

function participating(campaign: Campaign | null, number: string | null): string | null {
  return campaign?.municipalities.find((one) => one.number === number)?.number ?? null;
}

function withMunicipality(path: string, number: string | null): string {
  return number === null ? path : `${path}?kommune=${number}`;
}
