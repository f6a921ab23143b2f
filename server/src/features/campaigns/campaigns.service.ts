import { Injectable } from '@nestjs/common';
import type { Campaign, CampaignSettings } from '@savner/contract/campaigns';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError, notFound } from '../../platform/errors.js';
import { Events } from '../../platform/events.js';
import { type Actor, isRegional } from '../../platform/actor.js';
import { newId } from '../../platform/ids.js';
import { isNationalId } from '../../platform/national-id.js';
import { campaignChanged } from './campaigns.events.js';
import { presentCampaign } from './campaigns.presenter.js';
import { CampaignsRepository } from './campaigns.repository.js';
import type { CampaignMunicipality, StoredCampaign } from './domain/campaign.js';
import { campaignProblems } from './domain/campaign-problems.js';
import { TeamsService } from './teams.service.js';

export interface CampaignDraft {
  readonly name: string;
  readonly region: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly municipalities: readonly CampaignMunicipality[];
  readonly settings: CampaignSettings;
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string };
}

export type CampaignChange = Partial<CampaignDraft> & {
  readonly version: number;
  readonly state?: StoredCampaign['state'] | undefined;
};

/** Campaigns as data. */
@Injectable()
export class CampaignsService {
  constructor(
    private readonly database: Database,
    private readonly repository: CampaignsRepository,
    private readonly teams: TeamsService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Regional roles see every campaign; municipal ones those their municipality takes part in. */
  async listFor(actor: Actor): Promise<Campaign[]> {
    const campaigns = (await this.repository.list()).map(presentCampaign);
    if (isRegional(actor)) return campaigns;
    return campaigns.filter(
      (campaign) => campaign.state !== 'draft' && takesPart(campaign, actor.municipality),
    );
  }

  /** @throws AppError not_found */
  async get(id: string): Promise<Campaign> {
    const row = await this.repository.find(id);
    if (!row) throw notFound('Kampanjen');
    return presentCampaign(row);
  }

  /** The campaign the public may tip in now, or null. */
  async findOpen(): Promise<Campaign | null> {
    const row = await this.repository.findOpen();
    return row ? presentCampaign(row) : null;
  }

  /** The only campaign, or the open one: what the command line works on when none is named. @throws AppError not_found */
  async getDefault(): Promise<Campaign> {
    const row = (await this.repository.findOpen()) ?? (await this.repository.list())[0];
    if (!row)
      throw new AppError('not_found', 'Det er ingen kampanje ennå. Lag en på siden «Kampanje» først.');
    return presentCampaign(row);
  }

  async create(draft: CampaignDraft): Promise<Campaign> {
    const row: StoredCampaign = {
      id: newId(),
      ...draft,
      municipalities: [...draft.municipalities],
      contact: { ...draft.contact },
      state: 'draft',
      createdAt: this.clock.now(),
      version: 1,
    };
    refuseWrong(row);
    await this.database.transaction(async () => {
      await this.repository.insert(row);
      await this.teams.fill(row);
    });
    return presentCampaign(row);
  }

  /** @throws AppError not_found, conflict when somebody else has changed it since `version` was read */
  async change(id: string, change: CampaignChange): Promise<Campaign> {
    const { version, ...values } = change;
    return this.database.transaction(async () => {
      const row = await this.repository.find(id);
      if (!row) throw notFound('Kampanjen');
      const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
      const changed: StoredCampaign = { ...row, ...given, version: version + 1 };
      refuseWrong(changed);
      refuseBackToDraft(row, changed);
      if (!(await this.repository.replace(changed, version))) throw changedMeanwhile();
      await this.teams.fill(changed);
      const after = presentCampaign(changed);
      await this.events.tell(campaignChanged, { before: presentCampaign(row), after });
      return after;
    });
  }
}

function takesPart(campaign: Campaign, municipality: string | null): boolean {
  return campaign.municipalities.some(({ number }) => number === municipality);
}

/** @throws AppError validation_failed with every problem */
function refuseWrong(campaign: Parameters<typeof campaignProblems>[0]): void {
  const problems = campaignProblems(campaign, isNationalId);
  if (problems.length === 0) return;
  const message = problems.map((problem) => problem.message).join(' ');
  throw new AppError('validation_failed', message, problems);
}

/** People may have tipped and been called: what has been open is ended, never unmade. */
function refuseBackToDraft(before: StoredCampaign, after: StoredCampaign): void {
  if (before.state === 'draft' || after.state !== 'draft') return;
  const message = 'En kampanje som har vært åpen, kan ikke bli utkast igjen. Avslutt den i stedet.';
  throw new AppError('validation_failed', message, [{ path: 'state', code: 'state.backwards', message }]);
}

function changedMeanwhile(): AppError {
  return new AppError(
    'conflict',
    'Noen andre har endret kampanjen i mellomtiden. Hent den på nytt og prøv igjen.',
  );
}
