import { Inject, Injectable } from '@nestjs/common';
import type { Campaign } from '@savner/contract/campaigns';
import type { BatchFilter } from '@savner/contract/postcards';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../platform/tokens.js';
import { campaignValues } from './domain/campaign-values.js';
import { layOutShared } from './domain/layout.js';
import { PlanBatch, type ReadPlan } from './plan-batch.js';
import type { ReadinessFacts } from './postcards.presenter.js';

/** What the coordinator wants to know before printing. */
@Injectable()
export class ReadinessService {
  constructor(
    private readonly planning: PlanBatch,
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
  #unreachable(): string[] {
    const { hostname, host } = new URL(this.config.publicUrl);
    const isOwn = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
    return isOwn && this.config.mode !== 'demo'
      ? [
          `Kortene får adressen «${host}», som bare virker på denne maskinen. Sett PUBLIC_URL til adressen folk skal bruke, og start på nytt, før dere trykker.`,
        ]
      : [];
  }

  #textProblems(read: ReadPlan, filter: BatchFilter, municipality: Municipality): string[] {
    const given = { ...read.opened, language: filter.language };
    const layout = layOutShared(given, campaignValues(read.campaign, municipality, this.config.publicUrl));
    if (layout.ok) return [];
    return layout.problems.map(
      ({ where }) => `${municipality.name}: teksten «${where}» får ikke plass på kortet. Kort den ned.`,
    );
  }
}

type Municipality = Campaign['municipalities'][number];

function missingFacts({ name, mayorName, callingFrom }: Municipality): string[] {
  return [
    ...(mayorName === null
      ? [`${name}: ordførerens navn mangler, så kortet er undertegnet av ringelaget.`]
      : []),
    ...(callingFrom === null
      ? [`${name}: nummeret dere ringer fra mangler, så kortet kan ikke si det.`]
      : []),
  ];
}
