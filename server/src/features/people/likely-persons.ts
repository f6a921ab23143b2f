import { Injectable } from '@nestjs/common';
import type { Campaign } from '@savner/contract/campaigns';
import type { Language } from '@savner/contract/common';
import { type LikelyPerson, mostLikely, type TipDraft } from '@savner/contract/people';
import type { Actor } from '../../platform/actor.js';
import { parsePhone } from '../../platform/phone-numbers.js';
import { CampaignsService } from '../campaigns/index.js';
import { type Fit, rankLikely } from './domain/likely/rank-likely.js';
import { readDraft } from './domain/likely/read-draft.js';
import type { TipFeatures } from './domain/matching/features.js';
import type { Place } from './domain/matching/settle-plan.js';
import { FeaturesRepository } from './features.repository.js';
import type { HouseholdRow } from './household.entity.js';
import { HouseholdsRepository } from './households.repository.js';
import { presentLikely } from './likely.presenter.js';
import { MatchKnowledge } from './match-knowledge.js';
import { MatchModels } from './match-models.js';
import { MembershipsRepository } from './memberships.repository.js';
import { mayRead } from './people.policy.js';

/** Tips weighed for one draft, at most: enough for every telling key, few enough to answer while somebody types. */
const mostCandidates = 600;

/** Until a municipality is chosen, a draft is looked up as if each of the campaign's had been; not in a nationwide campaign. */
const mostHomes = 12;

/** Whom a half-written tip may be about, by the rules of matching; nothing is stored. */
@Injectable()
export class LikelyPersons {
  constructor(
    private readonly campaigns: CampaignsService,
    private readonly knowledge: MatchKnowledge,
    private readonly features: FeaturesRepository,
    private readonly models: MatchModels,
    private readonly memberships: MembershipsRepository,
    private readonly households: HouseholdsRepository,
  ) {}

  /** @throws AppError not_found */
  async find(actor: Actor, campaignId: string, draft: TipDraft, language: Language): Promise<LikelyPerson[]> {
    const campaign = await this.campaigns.get(campaignId);
    const { lists, places } = this.knowledge;
    const readings = readDraft(draft, { lists, places, phoneIn });
    const tipIds = await this.features.holders(this.#keysOf(campaign, readings[0].features), mostCandidates);
    const rows = (await this.features.find(tipIds)).filter((row) => row.campaignId === campaignId);
    const rules = await this.models.rulesOf(campaign);
    const fits = rankLikely(
      readings,
      rows.map((row) => row.features),
      rules,
    );
    const groups = await this.#groups(fits);
    const homes = await this.#homes(actor, groups);
    const persons = await this.households.findPersons(groups.flatMap(({ place }) => place.personId ?? []));
    const personById = new Map(persons.map((person) => [person.id, person]));
    return groups
      .flatMap(({ fit, place }) => {
        const household = homes.get(place.householdId);
        const person = place.personId === null ? null : personById.get(place.personId);
        return household && person !== undefined
          ? [presentLikely({ fit, household, person }, rules, language)]
          : [];
      })
      .slice(0, mostLikely);
  }

  #keysOf(campaign: Campaign, features: TipFeatures): string[] {
    const homes = campaign.municipalities.map(({ number }) => number);
    const tried = features.municipality === '' && homes.length <= mostHomes ? homes : [features.municipality];
    const keys = tried.flatMap((municipality) =>
      this.knowledge.keyHashes(campaign.id, { ...features, municipality }),
    );
    return [...new Set(keys)];
  }

  /** The best fit of each person, or family, in order. */
  async #groups(fits: readonly Fit[]): Promise<{ fit: Fit; place: Place }[]> {
    const places = new Map(
      (await this.memberships.current(fits.map(({ tip }) => tip.tipId))).map((place) => [place.tipId, place]),
    );
    const groups = new Map<string, { fit: Fit; place: Place }>();
    for (const fit of fits) {
      const place = places.get(fit.tip.tipId);
      const group = place && (place.personId ?? place.householdId);
      if (place && group && !groups.has(group)) groups.set(group, { fit, place });
    }
    return [...groups.values()];
  }

  async #homes(actor: Actor, groups: readonly { place: Place }[]): Promise<Map<string, HouseholdRow>> {
    const ids = [...new Set(groups.map(({ place }) => place.householdId))];
    const seen = (await this.households.find(ids)).filter(
      (household) => household.retiredAt === null && mayRead(actor, household),
    );
    return new Map(seen.map((household) => [household.id, household]));
  }
}

function phoneIn(text: string): string | null {
  const phone = parsePhone(text);
  return phone.ok ? phone.e164 : null;
}
