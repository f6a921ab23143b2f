import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Events } from '../../platform/events.js';
import { newId } from '../../platform/ids.js';
import { sessionsEnded, UsersService } from '../accounts/index.js';
import { householdsChanged, type HouseholdsChanged } from '../people/index.js';
import { cardsPosted, type CardsPosted, cardsReturned, type CardsReturned } from '../postcards/index.js';
import type { CallCaseRow } from './call-case.entity.js';
import { CallRooms } from './call-rooms.js';
import { CaseMerges } from './case-merges.js';
import { CasesRepository, shareColumns } from './cases.repository.js';
import { type Standing, untouched } from './domain/call-case.js';
import { callableFrom } from './domain/call-hours.js';
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
    private readonly merges: CaseMerges,
    private readonly leases: LeasesRepository,
    private readonly ties: TiesRepository,
    private readonly households: HouseholdSource,
    private readonly users: UsersService,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(householdsChanged, (change) => this.#follow(change));
    this.events.subscribe(cardsPosted, (posted) => this.#openGate(posted));
    this.events.subscribe(cardsReturned, (returned) => this.#closeGate(returned));
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
    const opened = living.filter(({ id }) => !rows.has(id)).map((each) => newCase(campaignId, each));
    await this.cases.insert(opened);
    const moved: string[] = [];
    for (const [id, row] of rows) moved.push(...(await this.#renew(row, households.get(id) ?? null)));
    await this.merges.putTogether(moved);
    await this.ties.forget(living.flatMap(({ id }) => rows.get(id)?.id ?? []));
    await this.#tie(living, [...rows.values(), ...opened]);
  }

  /** Answers whose cases have to be put together anew: the household that was merged or came out, and who had or has it. */
  async #renew(row: CallCaseRow, household: CallHousehold | null): Promise<string[]> {
    if (!household) await this.merges.keep(row);
    const { municipality, informBy, hasAddress } = household ?? row;
    const mergedInto = household?.mergedInto ?? null;
    const standing = household ? standingOf(household) : 'gone';
    const isSame =
      row.standing === standing &&
      row.municipality === municipality &&
      row.mergedInto === mergedInto &&
      row.hasAddress === hasAddress &&
      row.informBy.getTime() === informBy.getTime();
    if (isSame) return [];
    const hasMoved = row.municipality !== municipality;
    const changes = { standing, municipality, informBy, hasAddress, mergedInto };
    await this.cases.change(row.id, { ...changes, ...(hasMoved ? { assignedTo: null } : {}) });
    const mayStayInHand = !hasMoved && standing !== 'gone' && standing !== 'suppressed';
    if (!mayStayInHand) await this.leases.endOfCase(row.id, 'household_changed', this.rooms.now());
    if (row.mergedInto === mergedInto) return [];
    return [row.householdId, row.mergedInto, mergedInto].filter((id) => id !== null);
  }

  async #tie(living: readonly CallHousehold[], cases: readonly CallCaseRow[]): Promise<void> {
    const caseIds = new Map(cases.map((row) => [row.householdId, row.id]));
    const ties = (await this.households.tiesOf(living)).flatMap(({ householdId, kind, ...known }) => {
      const caseId = caseIds.get(householdId);
      return caseId ? this.rooms.tieKeys(known).map((matchKey) => ({ caseId, matchKey, kind })) : [];
    });
    const unique = new Map(ties.map((tie) => [`${tie.caseId} ${tie.matchKey}`, tie]));
    await this.ties.add([...unique.values()]);
  }

  /**
   * The card is on its way: told, and callable so many working days later. It belongs to the household it was written
   * to; where that one was merged away meanwhile, the one that lives on has been told by it.
   */
  async #openGate({ campaignId, householdIds, postedOn }: CardsPosted): Promise<void> {
    const { campaign, calendar, now } = await this.rooms.enter(campaignId);
    const card = { postedOn, now, callableFrom: callableFrom(postedOn, calendar, campaign.settings) };
    await this.households.takeTurn(campaignId);
    await this.cases.markPosted(householdIds, card);
    await this.merges.markPosted(householdIds, card);
  }

  /** Nobody was told by that card; whoever holds the household now goes on, and reads the notice aloud. */
  async #closeGate({ campaignId, householdIds }: CardsReturned): Promise<void> {
    await this.households.takeTurn(campaignId);
    await this.merges.takeCardBack(householdIds);
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
  const { id: householdId, municipality, informBy, hasAddress } = household;
  const told = { informedAt: null, cardPostedOn: null, openedByHandAt: null };
  return {
    id: newId(),
    campaignId,
    householdId,
    municipality,
    standing: standingOf(household),
    ...shareColumns({ ...untouched(null), ...told }),
    assignedTo: null,
    leaseId: null,
    informBy,
    hasAddress,
    mergedInto: null,
    own: null,
    turn: 0,
  };
}

function standingOf({ state, numbers }: CallHousehold): Standing {
  return state === 'open' && numbers.length === 0 ? 'no_number' : state;
}
