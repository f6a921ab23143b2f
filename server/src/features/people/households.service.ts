import { Injectable } from '@nestjs/common';
import type { Campaign } from '@savner/contract/campaigns';
import type { BlockReason, HouseholdChange } from '@savner/contract/people';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import { AppError, notFound } from '../../platform/errors.js';
import { parsePhone } from '../../platform/phone-numbers.js';
import { CampaignsService, isKnownMunicipality } from '../campaigns/index.js';
import { detailHousehold, type DetailedHousehold } from './domain/households/household-detail.js';
import type { Household } from './domain/households/household.js';
import { searchKey } from './domain/names/display-name.js';
import { HouseholdFacts } from './household-facts.js';
import { HouseholdReading } from './household-reading.js';
import { type HouseholdFilter, HouseholdsRepository } from './households.repository.js';
import { MatchKnowledge } from './match-knowledge.js';
import { hiddenFrom, mayRead, municipalityFor } from './people.policy.js';

/** The coordinator's list of households, and one of them with everything that is known. */
@Injectable()
export class HouseholdsService {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsService,
    private readonly households: HouseholdsRepository,
    private readonly reading: HouseholdReading,
    private readonly facts: HouseholdFacts,
    private readonly knowledge: MatchKnowledge,
  ) {}

  async list(actor: Actor, filter: HouseholdFilter) {
    const municipality = municipalityFor(actor, filter.municipality);
    const search = filter.search === undefined ? undefined : searchKey(filter.search);
    const found = await this.households.page({ ...filter, municipality, search, without: hiddenFrom(actor) });
    const stages = await this.households.countByStage(filter.campaignId, municipality);
    const counts = {
      sorting: stages.get('sorting') ?? 0,
      readyForCard: stages.get('ready_for_card') ?? 0,
      blocked: stages.get('blocked') ?? 0,
    };
    return { ...found, counts, page: filter.page, pageSize: filter.pageSize };
  }

  /** @throws AppError not_found */
  async get(
    actor: Actor,
    campaignId: string,
    householdId: string,
  ): Promise<{ household: Household; detail: DetailedHousehold }> {
    const [household] = await this.households.find([householdId]);
    if (!household || household.campaignId !== campaignId || !mayRead(actor, household))
      throw notFound('Husstanden');
    const contents = (await this.reading.contents([householdId])).get(householdId);
    return {
      household,
      detail: detailHousehold(contents?.tips ?? [], contents?.facts ?? [], this.knowledge.placeOf),
    };
  }

  /** Corrections by hand. @throws AppError not_found, conflict (somebody was quicker), campaign_not_open */
  async change(
    actor: Actor,
    { campaignId, householdId }: { readonly campaignId: string; readonly householdId: string },
    { version, changes }: { readonly version: number; readonly changes: readonly HouseholdChange[] },
  ) {
    const campaign = openOrDraft(await this.campaigns.get(campaignId));
    const checked = changes.map((change) => checkedChange(change, campaign));
    await this.database.transaction(async () => {
      const { household } = await this.get(actor, campaignId, householdId);
      if (household.retiredAt) throw new AppError('conflict', 'Husstanden er slått sammen med en annen.');
      if (household.version !== version) {
        throw new AppError('conflict', 'Noen andre har endret husstanden. Se over og prøv igjen.');
      }
      await this.facts.record(campaign, householdId, checked, {
        origin: 'coordinator',
        byId: actor.userId,
        by: actor.name,
        why: '',
      });
    });
    return this.get(actor, campaignId, householdId);
  }

  /** @throws AppError not_found */
  async block(
    actor: Actor,
    { campaignId, householdId }: { readonly campaignId: string; readonly householdId: string },
    { reason, why }: { readonly reason: BlockReason; readonly why: string },
  ): Promise<void> {
    await this.database.transaction(async () => {
      await this.get(actor, campaignId, householdId);
      await this.facts.block(householdId, reason, {
        origin: 'coordinator',
        byId: actor.userId,
        by: actor.name,
        why,
      });
    });
  }
}

/** @throws AppError campaign_not_open */
export function openOrDraft(campaign: Campaign): Campaign {
  if (campaign.state === 'closed') throw new AppError('campaign_not_open', 'Kampanjen er avsluttet.');
  return campaign;
}

function checkedChange(change: HouseholdChange, campaign: Campaign): HouseholdChange {
  switch (change.kind) {
    case 'prefer_phone':
    case 'phone_dead':
    case 'phone_ok':
      return { ...change, phone: e164(change.phone) };
    case 'move_municipality':
      if (
        isKnownMunicipality(change.municipality) &&
        campaign.municipalities.some(({ number }) => number === change.municipality)
      ) {
        return change;
      }
      throw refusal('municipality', 'municipality.not_in_campaign', 'Kommunen er ikke med i kampanjen.');
    case 'prefer_address':
      return checkedAddress(change);
    case 'address_dead':
    case 'address_ok':
    case 'prefer_name':
    case 'names_on_card':
    case 'prefer_email':
    case 'prefer_birth_year':
    case 'prefer_person_name':
    case 'automatic':
    case 'right_person':
      return change;
  }
}

/** The card goes to what stands here, so a Norwegian postcode has four digits. */
function checkedAddress(change: HouseholdChange & { kind: 'prefer_address' }): HouseholdChange {
  const isNorwegian = change.country === null || /^(?:|no|norge|noreg|norway)$/i.test(change.country);
  const { postcode } = change;
  if (!isNorwegian || postcode === null || postcode === '' || /^\d{4}$/.test(postcode)) return change;
  throw refusal(
    'postcode',
    'postcode.form',
    'Et norsk postnummer har fire sifre. Rett det, eller fyll ut landet hvis adressen er i utlandet.',
  );
}

function e164(text: string): string {
  const parsed = parsePhone(text);
  if (parsed.ok) return parsed.e164;
  throw refusal(
    'phone',
    `phone.${parsed.problem}`,
    'Telefonnummeret kan ikke brukes. Skriv et vanlig norsk eller utenlandsk nummer.',
  );
}

function refusal(path: string, code: string, message: string): AppError {
  return new AppError('validation_failed', message, [{ path: `changes.${path}`, code, message }]);
}
