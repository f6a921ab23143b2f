import { Injectable } from '@nestjs/common';
import type { Tip, TipSource } from '@savner/contract/tips';
import type { Actor } from '../../platform/actor.js';
import { AppError, forbidden, notFound } from '../../platform/errors.js';
import { UsersService } from '../accounts/index.js';
import { CampaignsService, municipalityByNumber } from '../campaigns/index.js';
import { searchWords, type StoredTip } from './domain/stored-tip.js';
import type { RawTip } from './domain/tip-fields.js';
import type { TipProblem } from './domain/tip-problems.js';
import { TipIntake } from './tip-intake.service.js';
import { mayEnterTip, maySeeShielded, maySeeTip, sightOf } from './tips.policy.js';
import { type Names, presentTip } from './tips.presenter.js';
import { TipsRepository } from './tips.repository.js';

export interface TipSearch {
  readonly page: number;
  readonly pageSize: number;
  readonly search?: string | undefined;
  readonly municipality?: string | undefined;
  readonly source?: TipSource | undefined;
  readonly lacks?: 'phone' | 'address' | 'tipper' | undefined;
}

/** What staff may do with tips: look, search, enter. */
@Injectable()
export class TipsService {
  constructor(
    private readonly campaigns: CampaignsService,
    private readonly users: UsersService,
    private readonly repository: TipsRepository,
    private readonly intake: TipIntake,
  ) {}

  async list(actor: Actor, campaignId: string, wanted: TipSearch): Promise<{ tips: Tip[]; total: number }> {
    await this.campaigns.get(campaignId);
    const sight = sightOf(actor, wanted.municipality);
    if (sight.kind === 'none') return { tips: [], total: 0 };
    const municipality = sight.kind === 'one' ? sight.municipality : undefined;
    const { page, pageSize, source, lacks } = wanted;
    const words = searchWords(wanted.search ?? '');
    const filter = { campaignId, municipality, source, lacks, words, withShielded: maySeeShielded(actor) };
    const { tips, total } = await this.repository.list(filter, page, pageSize);
    const names = await this.namesFor(tips);
    return { tips: tips.map((tip) => presentTip(tip, names)), total };
  }

  /** @throws AppError not_found, also for another municipality's tip */
  async get(actor: Actor, campaignId: string, tipId: string): Promise<Tip> {
    const tip = await this.repository.find(campaignId, tipId);
    if (!tip || !maySeeTip(actor, tip)) throw notFound('Tipset');
    return presentTip(tip, await this.namesFor([tip]));
  }

  /** @throws AppError validation_failed with every problem, forbidden for another municipality, campaign_not_open */
  async enter(actor: Actor, campaignId: string, key: string, raw: RawTip): Promise<Tip> {
    const campaign = await this.campaigns.get(campaignId);
    const judgement = this.intake.judge({ campaign, raw, language: 'nb' });
    if (!judgement.ok) throw mustBeMended(judgement.problems);
    if (!mayEnterTip(actor, judgement.tip.municipality)) throw forbidden();
    const { userId: enteredBy } = actor;
    const stored = await this.intake.store(judgement.tip, {
      campaign,
      source: 'staff',
      key,
      raw,
      language: 'nb',
      enteredBy,
    });
    const tip = await this.repository.findByKey(campaignId, stored);
    if (!tip || !maySeeTip(actor, tip)) throw forbidden();
    return presentTip(tip, await this.namesFor([tip]));
  }

  /** Names of municipalities and of the people behind these ids. */
  async namesFor(tips: readonly Pick<StoredTip, 'enteredBy'>[]): Promise<Names> {
    const ids = new Set(tips.flatMap(({ enteredBy }) => (enteredBy === null ? [] : [enteredBy])));
    const users = ids.size === 0 ? [] : await this.users.find([...ids]);
    const nameById = new Map(users.map(({ id, name }) => [id, name]));
    return {
      municipality: (number) => municipalityByNumber(number).name,
      user: (id) => nameById.get(id) ?? null,
    };
  }
}

export function mustBeMended(problems: readonly TipProblem[]): AppError {
  return new AppError(
    'validation_failed',
    `Noe må rettes. ${problems.map(({ message }) => message).join(' ')}`,
    problems,
  );
}
