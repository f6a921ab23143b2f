import { Injectable } from '@nestjs/common';
import type { Campaign, CampaignSettings } from '@savner/contract/campaigns';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError, notFound } from '../../platform/errors.js';
import { type Actor, hasRole } from '../../platform/actor.js';
import { newId } from '../../platform/ids.js';
import { presentCampaign } from './campaigns.presenter.js';
import { CampaignsRepository } from './campaigns.repository.js';
import type { CampaignMunicipality, StoredCampaign } from './domain/campaign.js';
import { isKnownMunicipality } from './domain/municipalities.js';

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
    private readonly clock: Clock,
  ) {}

  /** Regional roles see every campaign; municipal ones those their municipality takes part in. */
  async listFor(actor: Actor): Promise<Campaign[]> {
    const campaigns = (await this.repository.list()).map(presentCampaign);
    if (hasRole(actor, 'coordinator', 'admin')) return campaigns;
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
    if (!row) throw notFound('Kampanjen');
    return presentCampaign(row);
  }

  async create(draft: CampaignDraft): Promise<Campaign> {
    refuseUnknownMunicipalities(draft.municipalities);
    const row: StoredCampaign = {
      id: newId(),
      ...draft,
      municipalities: [...draft.municipalities],
      contact: { ...draft.contact },
      state: 'draft',
      createdAt: this.clock.now(),
      version: 1,
    };
    await this.database.transaction(() => this.repository.insert(row));
    return presentCampaign(row);
  }

  /** @throws AppError not_found, conflict when somebody else has changed it since `version` was read */
  async change(id: string, change: CampaignChange): Promise<Campaign> {
    const { version, ...values } = change;
    if (values.municipalities) refuseUnknownMunicipalities(values.municipalities);
    return this.database.transaction(async () => {
      const row = await this.repository.find(id);
      if (!row) throw notFound('Kampanjen');
      const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
      const changed: StoredCampaign = { ...row, ...given, version: version + 1 };
      refuseBackwards(changed);
      if (!(await this.repository.replace(changed, version))) throw changedMeanwhile();
      return presentCampaign(changed);
    });
  }
}

function takesPart(campaign: Campaign, municipality: string | null): boolean {
  return campaign.municipalities.some(({ number }) => number === municipality);
}

function refuseUnknownMunicipalities(municipalities: readonly CampaignMunicipality[]): void {
  const fields = municipalities.flatMap(({ number }, index) =>
    isKnownMunicipality(number)
      ? []
      : [
          {
            path: `municipalities.${index}.number`,
            code: 'municipality.unknown',
            message: `Vi kjenner ingen kommune med nummer ${number}.`,
          },
        ],
  );
  if (fields.length > 0) throw new AppError('validation_failed', 'En kommune er ukjent.', fields);
}

function refuseBackwards(campaign: StoredCampaign): void {
  if (campaign.startsOn <= campaign.endsOn) return;
  const message = 'Siste dag må være etter første dag.';
  throw new AppError('validation_failed', message, [{ path: 'endsOn', code: 'campaign.backwards', message }]);
}

function changedMeanwhile(): AppError {
  return new AppError(
    'conflict',
    'Noen andre har endret kampanjen i mellomtiden. Hent den på nytt og prøv igjen.',
  );
}
