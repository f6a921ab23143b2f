import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Events } from '../../platform/events.js';
import { newId } from '../../platform/ids.js';
import { sessionsEnded, UsersService } from '../accounts/index.js';
import { householdsChanged, type HouseholdsChanged } from '../people/index.js';
import { cardsPosted, type CardsPosted } from '../postcards/index.js';
import type { CallCaseRow } from './call-case.entity.js';
import { CallRooms } from './call-rooms.js';
import {
  CasesRepository,
  progressColumns,
  restoredProgress,
  storedProgress,
  toCase,
} from './cases.repository.js';
import { type Standing, untouched } from './domain/call-case.js';
import { callableFrom } from './domain/call-hours.js';
import { joinProgress } from './domain/join-progress.js';
import { type CallHousehold, HouseholdSource } from './household-source.js';
import { LeasesRepository } from './leases.repository.js';
import { TiesRepository } from './ties.repository.js';

/** Keeps one case per household, in the transaction that changes the household, posts its card or ends a session. */
@Injectable()
export class CaseSync implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly rooms: CallRooms,
    private readonly cases: CasesRepository,
    private readonly leases: LeasesRepository,
    private readonly ties: TiesRepository,
    private readonly households: HouseholdSource,
    private readonly users: UsersService,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(householdsChanged, (change) => this.#follow(change));
    this.events.subscribe(cardsPosted, (posted) => this.#openGate(posted));
    this.events.subscribe(sessionsEnded, ({ userIds }) => this.#freeHands(userIds));
  }

  async #follow({ campaignId, householdIds, merged }: HouseholdsChanged): Promise<void> {
    const ids = [...new Set([...householdIds, ...merged.map(({ from }) => from)])].sort();
    const households = new Map(
      (await this.households.byIds(ids)).map((household) => [household.id, household]),
    );
    const rows = new Map((await this.cases.rowsOfHouseholds(ids)).map((row) => [row.householdId, row]));
    const living = ids
      .flatMap((id) => households.get(id) ?? [])
      .filter((household) => household.state !== 'gone');
    await this.cases.insert(
      living.filter(({ id }) => !rows.has(id)).map((household) => newCase(campaignId, household)),
    );
    for (const [id, row] of rows) await this.#renew(row, households.get(id) ?? null);
    for (const { from, into } of merged) await this.#takeOver(from, into);
    await this.#renewTies(living);
  }

  async #renew(row: CallCaseRow, household: CallHousehold | null): Promise<void> {
    const changes = household
      ? {
          standing: standingOf(household),
          municipality: household.municipality,
          informBy: household.informBy,
          mergedInto: household.mergedInto,
        }
      : {
          standing: 'gone' as const,
          municipality: row.municipality,
          informBy: row.informBy,
          mergedInto: null,
        };
    if (row.mergedInto !== null && changes.mergedInto === null) await this.#giveBack(row.mergedInto);
    const isSame =
      row.standing === changes.standing &&
      row.municipality === changes.municipality &&
      row.mergedInto === changes.mergedInto &&
      row.informBy.getTime() === changes.informBy.getTime();
    if (isSame) return;
    const hasMoved = row.municipality !== changes.municipality;
    await this.cases.change(row.id, { ...changes, ...(hasMoved ? { assignedTo: null } : {}) });
    const mayStayInHand = !hasMoved && changes.standing !== 'gone' && changes.standing !== 'suppressed';
    if (!mayStayInHand) await this.leases.endOfCase(row.id, 'household_changed', this.rooms.now());
  }

  /** The household that lives on takes over how far the calls of the other had come. */
  async #takeOver(from: string, into: string): Promise<void> {
    const rows = await this.cases.rowsOfHouseholds([from, into]);
    const gone = rows.find((row) => row.householdId === from);
    const kept = rows.find((row) => row.householdId === into);
    if (!gone || !kept || kept.beforeMerge !== null) return;
    const before = toCase(kept);
    const joined = joinProgress(before, toCase(gone));
    if (!joined) return;
    await this.cases.change(kept.id, {
      ...progressColumns(joined),
      informedAt: kept.informedAt ?? gone.informedAt,
      cardPostedOn: kept.cardPostedOn ?? gone.cardPostedOn,
      openedByHandAt: kept.openedByHandAt ?? gone.openedByHandAt,
      beforeMerge: { turn: kept.turn, progress: storedProgress(before) },
    });
  }

  /** A merge was undone: the one that had taken over is again as it was, unless it has been called since. */
  async #giveBack(survivor: string): Promise<void> {
    const [row] = await this.cases.rowsOfHouseholds([survivor]);
    if (!row?.beforeMerge) return;
    const isUntouched = row.turn === row.beforeMerge.turn;
    const restored = isUntouched ? progressColumns(restoredProgress(row.beforeMerge.progress)) : {};
    await this.cases.change(row.id, { ...restored, beforeMerge: null });
  }

  async #renewTies(living: readonly CallHousehold[]): Promise<void> {
    const ids = living.map((household) => household.id);
    const caseIds = new Map((await this.cases.rowsOfHouseholds(ids)).map((row) => [row.householdId, row.id]));
    const ties = (await this.households.tiesOf(ids)).flatMap(({ householdId, kind, ...known }) => {
      const caseId = caseIds.get(householdId);
      return caseId ? this.rooms.tieKeys(known).map((matchKey) => ({ caseId, matchKey, kind })) : [];
    });
    const unique = new Map(ties.map((tie) => [`${tie.caseId} ${tie.matchKey}`, tie]));
    await this.ties.replace([...caseIds.values()], [...unique.values()]);
  }

  /** The card is on its way: told, and callable so many working days later. */
  async #openGate({ campaignId, householdIds, postedOn }: CardsPosted): Promise<void> {
    const { campaign, calendar, now } = await this.rooms.enter(campaignId);
    const from = callableFrom(postedOn, calendar, campaign.settings);
    for (const row of await this.cases.rowsOfHouseholds(householdIds)) {
      const isUntried = row.lastTriedAt === null && row.state === 'queued';
      await this.cases.change(row.id, {
        cardPostedOn: postedOn,
        informedAt: row.informedAt ?? now,
        ...(isUntried ? { nextAt: from } : {}),
      });
    }
  }

  /** Signed out: nothing stays in the hand. Access ended: nothing stays on the list either. */
  async #freeHands(userIds: readonly string[]): Promise<void> {
    const gone = (await this.users.find(userIds)).filter((user) => user.state === 'disabled');
    await this.database.transaction(async () => {
      await this.leases.endOfUsers(userIds, this.rooms.now());
      for (const { id } of gone) await this.cases.giveBackAll(id);
    });
  }
}

function newCase(campaignId: string, household: CallHousehold): CallCaseRow {
  return {
    id: newId(),
    campaignId,
    householdId: household.id,
    municipality: household.municipality,
    standing: standingOf(household),
    ...progressColumns(untouched(null)),
    assignedTo: null,
    leaseId: null,
    informBy: household.informBy,
    informedAt: null,
    cardPostedOn: null,
    openedByHandAt: null,
    mergedInto: null,
    beforeMerge: null,
    turn: 0,
  };
}

function standingOf({ state, numbers }: CallHousehold): Standing {
  return state === 'open' && numbers.length === 0 ? 'no_number' : state;
}
