import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../config/config.js';
import { Clock } from '../../platform/clock.js';
import { AppError } from '../../platform/errors.js';
import { CONFIG } from '../../platform/tokens.js';
import { CampaignsService } from '../campaigns/index.js';
import { CardTemplates } from './card-templates.js';
import { campaignValues } from './domain/campaign-values.js';
import { cardRecord } from './domain/card-record.js';
import { CardImagesService } from './images/card-images.service.js';
import { drawSpecimen } from './rendering/specimen.js';
import { sampleLines } from './templates/sample-fit.js';

/** Not a card's: it leads to the card page like any unknown code. */
const specimenCode = 'SPECVEN0SPECVEN0SPECVEN0SPX';

const titles = { nb: 'Savner du noen, prøvekort', nn: 'Saknar du nokon, prøvekort' } as const;

/** For those who hear the specimen instead of seeing it; what its pictures show, the template says. */
const spoken = {
  nb: {
    qr: 'QR-kode til',
    signature: 'Underskriften til ordføreren.',
  },
  nn: {
    qr: 'QR-kode til',
    signature: 'Underskrifta til ordføraren.',
  },
} as const;

/** One card with an invented recipient, for the coordinator, the mayor and the print house to look at. */
@Injectable()
export class SpecimenService {
  constructor(
    private readonly campaigns: CampaignsService,
    private readonly templates: CardTemplates,
    private readonly images: CardImagesService,
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
    const shown = await this.images.chosenFor(campaignId, opened);
    const images = this.images.onCardsOf(shown, municipality.number);
    const lines = sampleLines(opened.template);
    const card = {
      id: 'specimen',
      municipality: municipality.number,
      values: campaignValues(campaign, municipality, { publicUrl, language: wanted.language, images }),
      record: cardRecord(lines, { publicUrl, code: specimenCode }),
    };
    const result = await drawSpecimen(
      card,
      {
        ...opened,
        language: wanted.language,
        title: titles[wanted.language],
        createdAt: this.clock.now(),
        standard: 'pdfx-4',
      },
      spoken[wanted.language],
    );
    if (result.ok) return result.bytes;
    const named = result.problems.map(({ where }) => `«${where}»`).join(', ');
    throw new AppError('validation_failed', `Teksten ${named} får ikke plass på kortet. Kort den ned.`);
  }
}
