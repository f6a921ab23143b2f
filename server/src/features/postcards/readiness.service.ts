import { Inject, Injectable } from '@nestjs/common';
import type { Campaign } from '@savner/contract/campaigns';
import type { BatchFilter } from '@savner/contract/postcards';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../platform/tokens.js';
import { campaignValues } from './domain/campaign-values.js';
import { cardLayouts } from './domain/layout.js';
import type { CardWarning } from './domain/warnings.js';
import { CardImagesService } from './images/card-images.service.js';
import { PlanBatch, type ReadPlan } from './plan-batch.js';
import type { ReadinessFacts } from './postcards.presenter.js';

/** What the coordinator wants to know before printing. */
@Injectable()
export class ReadinessService {
  constructor(
    private readonly planning: PlanBatch,
    private readonly images: CardImagesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async preview(campaignId: string, filter: BatchFilter): Promise<ReadinessFacts> {
    const read = await this.planning.read(campaignId, filter);
    const municipalities = read.campaign.municipalities.filter(({ number }) =>
      read.municipalities.includes(number),
    );
    return {
      plan: read.plan,
      municipalities,
      warnings: [
        ...this.#unreachable(),
        ...municipalities.flatMap((each) => [
          ...missingFacts(each),
          ...this.#textProblems(read, filter, each),
        ]),
      ],
    };
  }

  /** A card leads nowhere while the site is known by a name that only this machine understands. */
  #unreachable(): CardWarning[] {
    const { hostname, host } = new URL(this.config.publicUrl);
    const isOwn = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
    return isOwn && this.config.mode !== 'demo' ? [{ kind: 'unreachable', host }] : [];
  }

  #textProblems(read: ReadPlan, filter: BatchFilter, municipality: Municipality): CardWarning[] {
    const given = { ...read.opened, language: filter.language };
    const values = campaignValues(read.campaign, municipality, {
      publicUrl: this.config.publicUrl,
      language: filter.language,
      images: this.images.onCardsOf(read.images, municipality.number),
    });
    const layout = cardLayouts(given).shared(values);
    if (layout.ok) return [];
    return layout.problems.map(({ kind, where, letters }) => {
      const found = { municipality: municipality.name, text: where };
      return kind === 'missing_glyph' ? { kind, ...found, letters } : { kind, ...found };
    });
  }
}

type Municipality = Campaign['municipalities'][number];

function missingFacts({ name: municipality, mayorName, callingFrom }: Municipality): CardWarning[] {
  return [
    ...(mayorName === null ? [{ kind: 'no_mayor', municipality } as const] : []),
    ...(callingFrom === null ? [{ kind: 'no_number', municipality } as const] : []),
  ];
}
