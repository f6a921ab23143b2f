import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../config/config.js';
import { Clock } from '../../platform/clock.js';
import { AppError } from '../../platform/errors.js';
import { CONFIG } from '../../platform/tokens.js';
import { CampaignsService } from '../campaigns/index.js';
import { CardTemplates } from './card-templates.js';
import { addressBlock } from './domain/address-block.js';
import { campaignValues } from './domain/campaign-values.js';
import { cardAddress, groupCode } from './domain/card-code.js';
import type { CardTemplate } from './domain/template.js';
import { CardDocument } from './rendering/card-document.js';
import { collectBytes } from './rendering/collect-bytes.js';

/** Not a card's: it leads to the card page like any unknown code. */
const specimenCode = 'SPECVEN0SPECVEN0SPECVEN0SP';

/** One card with an invented recipient, for the coordinator, the mayor and the print house to look at. */
@Injectable()
export class SpecimenService {
  constructor(
    private readonly campaigns: CampaignsService,
    private readonly templates: CardTemplates,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws AppError not_found, validation_failed when a text does not fit */
  async make(
    campaignId: string,
    wanted: {
      readonly template: string;
      readonly language: 'nb' | 'nn';
      readonly municipality?: string | undefined;
    },
  ): Promise<Uint8Array> {
    const campaign = await this.campaigns.get(campaignId);
    const opened = this.templates.open(wanted.template);
    const municipality =
      campaign.municipalities.find(({ number }) => number === wanted.municipality) ??
      campaign.municipalities[0];
    if (!municipality) throw new AppError('not_found', 'Kampanjen har ingen kommuner ennå.');
    const { publicUrl } = this.config;
    const document = new CardDocument({
      ...opened,
      language: wanted.language,
      title: 'Savner du noen, prøvekort',
      createdAt: this.clock.now(),
    });
    const bytes = collectBytes(document.pdf);
    const lines = sampleLines(opened.template);
    const result = document.addCard(municipality.number, campaignValues(campaign, municipality, publicUrl), {
      addressLines: lines,
      qrContent: cardAddress(publicUrl, specimenCode),
      values: { name: lines[0] ?? '', code: groupCode(specimenCode) },
    });
    document.end();
    if (result.ok) return bytes;
    const named = result.problems.map(({ where }) => `«${where}»`).join(', ');
    throw new AppError('validation_failed', `Teksten ${named} får ikke plass på kortet. Kort den ned.`);
  }
}

function sampleLines({ sample }: CardTemplate): readonly string[] {
  const result = addressBlock({ ...sample, country: null }, () => ({
    place: sample.place,
    kind: 'ordinary',
  }));
  return result.ok ? result.block.lines : [];
}
