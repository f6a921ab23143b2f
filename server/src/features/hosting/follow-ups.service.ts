import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { FollowUp, FollowUpStatus } from '@savner/contract/hosting';
import type { Actor } from '../../platform/actor.js';
import type { Calendar } from '../../platform/calendar.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError, forbidden, notFound } from '../../platform/errors.js';
import { Events } from '../../platform/events.js';
import { newId } from '../../platform/ids.js';
import { CALENDAR } from '../../platform/tokens.js';
import {
  type CallHousehold,
  followUpWanted,
  followUpWithdrawn,
  type FollowUpWish,
  HouseholdSource,
  shownNumber,
} from '../calls/index.js';
import { householdsChanged } from '../people/index.js';
import type { FollowUpRow } from './follow-up.entity.js';
import { FollowUpsRepository } from './follow-ups.repository.js';
import { followsUpIn, mayFollowUp } from './hosting.policy.js';
import { presentFollowUp } from './hosting.presenter.js';

export interface FollowUpChange {
  readonly version: number;
  readonly status?: FollowUpStatus | undefined;
  readonly dueOn?: string | undefined;
  readonly note?: string | undefined;
}

/** The host's list: born from talks, followed until they have moved or said no. */
@Injectable()
export class FollowUpsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly repository: FollowUpsRepository,
    private readonly households: HouseholdSource,
    private readonly events: Events,
    private readonly clock: Clock,
    @Inject(CALENDAR) private readonly calendar: Calendar,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(followUpWanted, (wish) => this.#take(wish));
    this.events.subscribe(followUpWithdrawn, ({ reportId }) => this.#withdraw(reportId));
    this.events.subscribe(householdsChanged, ({ merged }) => this.#followMerges(merged));
  }

  /** By due date. @throws AppError forbidden for those who do not follow up */
  async list(
    actor: Actor,
    campaignId: string,
    { municipality, show }: { readonly municipality?: string | undefined; readonly show: 'open' | 'all' },
  ): Promise<FollowUp[]> {
    const own = followsUpIn(actor);
    if (own === undefined || (own !== null && municipality !== undefined && municipality !== own))
      throw forbidden();
    const rows = await this.repository.list(campaignId, own ?? municipality, show);
    return this.#present(rows);
  }

  /** @throws AppError not_found, conflict when somebody else has changed it since `version` was read */
  async change(
    actor: Actor,
    { campaignId, followUpId }: { readonly campaignId: string; readonly followUpId: string },
    { version, ...change }: FollowUpChange,
  ): Promise<FollowUp> {
    await this.database.transaction(async () => {
      const row = await this.repository.find(followUpId);
      if (row?.campaignId !== campaignId || !mayFollowUp(actor, row)) throw notFound('Oppfølgingen');
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      const isStill = await this.repository.change(
        { ...row, version },
        { ...given, changedAt: this.clock.now() },
      );
      if (!isStill)
        throw new AppError('conflict', 'Noen andre har endret oppfølgingen. Hent den på nytt og prøv igjen.');
    });
    const row = await this.repository.find(followUpId);
    const [shown] = row ? await this.#present([row]) : [];
    if (!shown) throw notFound('Oppfølgingen');
    return shown;
  }

  async #present(rows: readonly FollowUpRow[]): Promise<FollowUp[]> {
    const today = this.calendar.toLocal(this.clock.now()).date;
    const households = await this.households.byIds(rows.map((row) => row.householdId));
    const byId = new Map(households.map((household) => [household.id, household]));
    return rows.flatMap((row) => {
      const household = byId.get(row.householdId);
      return household && household.state !== 'suppressed'
        ? [presentFollowUp(row, followed(household), today)]
        : [];
    });
  }

  /** A new talk about a household the host already follows renews wishes and date, and never the host's own work. */
  async #take({ note, ...wish }: FollowUpWish): Promise<void> {
    const now = this.clock.now();
    const known = await this.repository.findOfHousehold(wish.householdId);
    if (known) {
      const status = known.status === 'closed' ? 'new' : known.status;
      await this.repository.change(known, { ...wish, callersNote: note, status, changedAt: now });
      return;
    }
    await this.repository.insert({
      id: newId(),
      ...wish,
      callersNote: note,
      note: '',
      status: 'new',
      createdAt: now,
      changedAt: now,
      version: 1,
    });
  }

  /** Undone before a host touched it: gone. Otherwise the host's work stays. */
  async #withdraw(reportId: string): Promise<void> {
    const row = await this.repository.findOfReport(reportId);
    if (row?.status === 'new') await this.repository.remove(row.id);
  }

  async #followMerges(merged: readonly { readonly from: string; readonly into: string }[]): Promise<void> {
    for (const { from, into } of merged) {
      const row = await this.repository.findOfHousehold(from);
      if (!row || (await this.repository.findOfHousehold(into))) continue;
      await this.repository.change(row, { householdId: into, changedAt: this.clock.now() });
    }
  }
}

function followed(household: CallHousehold) {
  const numbers = household.numbers.map((number) => ({ number, shown: shownNumber(number) }));
  return { title: household.title, place: household.place, numbers };
}
