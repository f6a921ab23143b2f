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
import { followUpWanted, followUpWithdrawn, type FollowUpWish, shownNumber } from '../calls/index.js';
import { isOpen } from './domain/follow-up-status.js';
import type { FollowUpRow } from './follow-up.entity.js';
import { FollowUpsReading, type ReadFollowUp } from './follow-ups-reading.js';
import { FollowUpsRepository } from './follow-ups.repository.js';
import { followsUpIn, mayFollowUp } from './hosting.policy.js';
import { presentFollowUp } from './hosting.presenter.js';

export interface FollowUpChange {
  readonly version: number;
  readonly status?: FollowUpStatus | undefined;
  readonly dueOn?: string | undefined;
  readonly note?: string | undefined;
}

const mostTries = 10;

/** The host's list: born from talks, followed until they have moved or said no. */
@Injectable()
export class FollowUpsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly repository: FollowUpsRepository,
    private readonly reading: FollowUpsReading,
    private readonly events: Events,
    private readonly clock: Clock,
    @Inject(CALENDAR) private readonly calendar: Calendar,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(followUpWanted, (wish) => this.#take(wish));
    this.events.subscribe(followUpWithdrawn, ({ reportId }) => this.#withdraw(reportId));
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
    const wanted = own ?? municipality;
    const all = await this.reading.ofCampaign(campaignId);
    return all
      .filter(({ household }) => wanted === undefined || household.municipality === wanted)
      .filter(({ work }) => show === 'all' || isOpen(work.status))
      .sort((a, b) => compare(a.work.dueOn, b.work.dueOn) || compare(a.work.id, b.work.id))
      .map((each) => this.#present(each));
  }

  /** @throws AppError not_found, conflict when somebody else has changed it since `version` was read */
  async change(
    actor: Actor,
    { campaignId, followUpId }: { readonly campaignId: string; readonly followUpId: string },
    { version, ...change }: FollowUpChange,
  ): Promise<FollowUp> {
    await this.#find(actor, campaignId, followUpId);
    await this.database.transaction(async () => {
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      const changedAt = this.clock.now();
      if (!(await this.repository.change({ id: followUpId, version }, { ...given, changedAt })))
        throw new AppError('conflict', 'Noen andre har endret oppfølgingen. Hent den på nytt og prøv igjen.');
    });
    return this.#present(await this.#find(actor, campaignId, followUpId));
  }

  async #find(actor: Actor, campaignId: string, followUpId: string): Promise<ReadFollowUp> {
    const all = await this.reading.ofCampaign(campaignId);
    const found = all.find(({ work }) => work.id === followUpId);
    if (!found || !mayFollowUp(actor, found.household)) throw notFound('Oppfølgingen');
    return found;
  }

  #present(found: ReadFollowUp): FollowUp {
    const { municipality, title, place, numbers } = found.household;
    const shown = numbers.map((number) => ({ number, shown: shownNumber(number) }));
    const today = this.calendar.toLocal(this.clock.now()).date;
    return presentFollowUp(found, { municipality, title, place, numbers: shown }, today);
  }

  /** A new talk about a household the host already follows renews wishes and date, and never the host's own work. */
  async #take(wish: FollowUpWish): Promise<void> {
    const { campaignId, householdId, reportId, result, interests, horizon, dueOn, note } = wish;
    const now = this.clock.now();
    const all = await this.reading.ofCampaign(campaignId);
    const shown = all.find((each) => each.householdId === householdId)?.work;
    const known = shown ?? (await this.repository.findOfHousehold(householdId));
    const followUpId = known?.id ?? newId();
    if (known === null) {
      const fresh = { status: 'new' as const, note: '', createdAt: now, changedAt: now, version: 1 };
      await this.repository.insert({ id: followUpId, campaignId, householdId, dueOn, ...fresh });
    } else {
      await this.#change(followUpId, ({ status }) => ({
        dueOn,
        status: status === 'closed' ? 'new' : status,
      }));
    }
    await this.repository.addWish({
      ...{ reportId, followUpId, result, interests, horizon },
      callersNote: note,
      statusBefore: known?.status ?? null,
      dueBefore: known?.dueOn ?? null,
      toldAt: now,
    });
  }

  /**
   * The report was undone: its wish goes, and the follow-up stands as before. What a host has done since stays, and so does
   * the only wish of a follow-up that a host has worked with.
   */
  async #withdraw(reportId: string): Promise<void> {
    const wish = await this.repository.findWish(reportId);
    const row = wish ? await this.repository.find(wish.followUpId) : null;
    if (!wish || !row) return;
    const isUntouched = row.status === 'new' && row.note === '';
    const others = await this.repository.wishesOf([row.id]);
    if (others.length === 1) {
      if (!isUntouched) return;
      await this.repository.removeWish(reportId);
      await this.repository.remove(row.id);
      return;
    }
    await this.repository.removeWish(reportId);
    const { statusBefore, dueBefore } = wish;
    await this.#change(row.id, ({ status, dueOn }) => ({
      status: status === 'new' && statusBefore !== null ? statusBefore : status,
      dueOn: dueBefore ?? dueOn,
    }));
  }

  /** Changes what is there now, whoever else changes it at the same time. */
  async #change(
    followUpId: string,
    decide: (row: FollowUpRow) => Pick<FollowUpRow, 'status' | 'dueOn'>,
  ): Promise<void> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const row = await this.repository.find(followUpId);
      if (!row) return;
      if (await this.repository.change(row, { ...decide(row), changedAt: this.clock.now() })) return;
    }
    throw new Error('The follow-up changed again and again');
  }
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
