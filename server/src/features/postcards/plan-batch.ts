import { Inject, Injectable } from '@nestjs/common';
import type { Campaign } from '@savner/contract/campaigns';
import type { BatchFilter } from '@savner/contract/postcards';
import type { Calendar } from '../../platform/calendar.js';
import { AppError } from '../../platform/errors.js';
import { CALENDAR } from '../../platform/tokens.js';
import { CampaignsService, Postcodes } from '../campaigns/index.js';
import { CardTemplates, type OpenTemplate } from './card-templates.js';
import { CardsReader } from './cards-reader.js';
import { isAbroad } from './domain/address-block.js';
import type { BatchImages } from './domain/batch.js';
import { type BatchPlan, type Candidate, planBatch } from './domain/batch-plan.js';
import { imposedCards } from './domain/imposition.js';
import { layOutAddress } from './domain/layout.js';
import { CardHouseholds } from './households.js';
import { CardImagesService } from './images/card-images.service.js';

export interface ReadPlan {
  readonly campaign: Campaign;
  readonly opened: OpenTemplate;
  readonly plan: BatchPlan;
  /** What the cards would show now. */
  readonly images: BatchImages;
  /** Households of the chosen municipalities, ready or not. */
  readonly municipalities: readonly string[];
}

/** Finds out who would get a card; stores nothing. The preview and the batch itself use the same plan. */
@Injectable()
export class PlanBatch {
  constructor(
    private readonly campaigns: CampaignsService,
    private readonly postcodes: Postcodes,
    private readonly households: CardHouseholds,
    private readonly templates: CardTemplates,
    private readonly cards: CardsReader,
    private readonly images: CardImagesService,
    @Inject(CALENDAR) private readonly calendar: Calendar,
  ) {}

  /** @throws AppError not_found, validation_failed for a template, language or municipality that cannot be used */
  async read(campaignId: string, filter: BatchFilter): Promise<ReadPlan> {
    const campaign = await this.campaigns.get(campaignId);
    const opened = this.templates.open(filter.template);
    if (!opened.template.texts[filter.language]) throw missingLanguage(filter.language);
    refuseSmallSheet(opened, filter);
    const municipalities = chosenMunicipalities(campaign, filter);
    const images = await this.images.chosenFor(campaignId, opened);
    const states = await this.cards.statesIn(campaignId);
    const candidates = await this.households.candidates(campaignId, [...states.keys()]);
    const plan = planBatch(
      candidates.filter(
        (candidate) => municipalities.includes(candidate.municipality) && this.#isAsked(candidate, filter),
      ),
      {
        cardState: (householdId) => states.get(householdId)?.state ?? 'none',
        postcodes: (postcode) => this.postcodes.factOf(postcode),
        check: (lines) => layOutAddress({ ...opened, language: filter.language }, lines),
        limit: filter.limit,
      },
    );
    return { campaign, opened, plan, images, municipalities };
  }

  #isAsked(candidate: Candidate, { informBefore, destination }: BatchFilter): boolean {
    const isInTime = informBefore === null || this.calendar.toLocal(candidate.informBy).date <= informBefore;
    return isInTime && (destination === 'all' || isAbroad(candidate) === (destination === 'abroad'));
  }
}

function chosenMunicipalities(campaign: Campaign, filter: BatchFilter): string[] {
  const known = campaign.municipalities.map(({ number }) => number);
  const fields = filter.municipalities
    .map((number, index) => ({ number, path: `municipalities.${index}` }))
    .filter(({ number }) => !known.includes(number))
    .map(({ number, path }) => ({
      path,
      code: 'municipality.unknown',
      message: `Kommune ${number} er ikke med i kampanjen.`,
    }));
  if (fields.length > 0)
    throw new AppError('validation_failed', 'En kommune er ikke med i kampanjen.', fields);
  return filter.municipalities.length > 0 ? filter.municipalities : known;
}

function refuseSmallSheet({ template }: OpenTemplate, { sheet, flip }: BatchFilter): void {
  if (sheet === 'single' || imposedCards(template.format, sheet, flip)) return;
  const message = `Kortet er for stort for ${sheet.toUpperCase()}. Velg et større ark, eller ett kort på hvert ark.`;
  throw new AppError('validation_failed', message, [{ path: 'sheet', code: 'sheet.too_small', message }]);
}

function missingLanguage(language: 'nb' | 'nn'): AppError {
  const message = 'Kortmalen har ingen tekster på dette målet. Velg et annet språk.';
  return new AppError('validation_failed', message, [
    { path: 'language', code: `language.${language}`, message },
  ]);
}
