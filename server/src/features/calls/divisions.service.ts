import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DivisionPlan } from '@savner/contract/call-board';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import { AppError, forbidden } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { UsersService } from '../accounts/index.js';
import { TeamsService } from '../campaigns/index.js';
import { CallLogRepository } from './call-log.repository.js';
import { CallRooms } from './call-rooms.js';
import { mayLead } from './calls.policy.js';
import { CasesRepository } from './cases.repository.js';
import type { CallCase } from './domain/call-case.js';
import { isLeftToCall } from './domain/case-view.js';
import { type Division, type DivisionMember, type KeepOff, planDivision } from './domain/division.js';
import { inQueueOrder } from './domain/queue-order.js';
import { HouseholdSource } from './household-source.js';
import { KeepOffs } from './keep-off.js';
import { LeasesRepository } from './leases.repository.js';

export interface DivisionPlace {
  readonly campaignId: string;
  readonly municipality: string;
}

export interface DivisionChoice {
  readonly mayorsOwn: readonly string[];
  readonly scope: 'open_queue' | 'everything';
}

interface Member extends DivisionMember {
  readonly name: string;
  readonly isMayor: boolean;
}

interface Planned {
  readonly division: Division;
  readonly members: readonly Member[];
  readonly cases: readonly CallCase[];
  readonly plan: DivisionPlan;
}

/** Dividing a municipality's list among its team: look first, then apply the very same plan, and take it back. */
@Injectable()
export class DivisionsService {
  constructor(
    private readonly database: Database,
    private readonly rooms: CallRooms,
    private readonly cases: CasesRepository,
    private readonly leases: LeasesRepository,
    private readonly keepOffs: KeepOffs,
    private readonly log: CallLogRepository,
    private readonly households: HouseholdSource,
    private readonly teams: TeamsService,
    private readonly users: UsersService,
  ) {}

  /** @throws AppError forbidden */
  async preview(actor: Actor, place: DivisionPlace, choice: DivisionChoice): Promise<DivisionPlan> {
    refuseOthers(actor, place);
    return (await this.plan(place, choice)).plan;
  }

  /** @throws AppError forbidden, conflict when the team has changed since the preview */
  async apply(actor: Actor, place: DivisionPlace, choice: DivisionChoice & { readonly fingerprint: string }) {
    refuseOthers(actor, place);
    return this.applyUnchecked(place, choice, actor.userId);
  }

  /** The plan for the command line and other callers that need no leave. */
  async plan(place: DivisionPlace, choice: DivisionChoice): Promise<Planned> {
    const room = await this.rooms.enter(place.campaignId);
    const all = await this.cases.ofMunicipality(place.campaignId, place.municipality);
    const live = await this.leases.liveOfCampaign(place.campaignId, room.now);
    const held = new Set(live.map((lease) => lease.caseId));
    const divisible = all.filter((each) => isDivisible(each) && !held.has(each.id));
    const cases = divisible.filter((each) => choice.scope === 'everything' || each.assignedTo === null);
    const inPlan = new Set(cases.map((each) => each.id));
    const standing = all.filter(
      (each) => each.state === 'queued' && each.standing === 'open' && !inPlan.has(each.id),
    );
    const members = await this.#members(place, standing);
    const keepOff = await this.#keepOff(members, cases);
    const mayor = members.find((member) => member.isMayor);
    const ordered = [...cases].sort((left, right) => inQueueOrder(left, right, ''));
    const division = planDivision({
      households: ordered.map((each, order) => ({ householdId: each.householdId, order })),
      members,
      mayor: mayor ? { userId: mayor.userId, households: choice.mayorsOwn } : null,
      keepOff,
    });
    return { division, members, cases, plan: await this.#describe(division, members, cases.length) };
  }

  /** @throws AppError conflict */
  async applyUnchecked(
    place: DivisionPlace,
    choice: DivisionChoice & { readonly fingerprint: string },
    userId: string | null,
  ): Promise<DivisionPlan & { readonly divisionId: string }> {
    return this.database.transaction(async () => {
      const { plan, division, cases } = await this.plan(place, choice);
      if (plan.fingerprint !== choice.fingerprint) {
        throw new AppError('conflict', 'Laget har endret seg siden du så på fordelingen. Se på den på nytt.');
      }
      const given = new Map(division.assignments.map(({ householdId, userId: to }) => [householdId, to]));
      const changes = cases
        .map((each) => ({ caseId: each.id, from: each.assignedTo, to: given.get(each.householdId) ?? null }))
        .filter((change) => change.from !== change.to);
      await this.cases.assign(changes);
      const last = await this.log.lastDivision(place.campaignId, place.municipality);
      // Pressed twice: there is nothing more to divide, and what there is to undo is still the first.
      if (changes.length === 0 && last) return { ...plan, divisionId: last.id };
      const divisionId = newId();
      await this.log.addDivision({
        id: divisionId,
        ...place,
        userId,
        at: this.rooms.now(),
        changes,
        undoneAt: null,
      });
      return { ...plan, divisionId };
    });
  }

  /** Lists become as they were before the last division. @throws AppError forbidden, undo_too_late */
  async undo(actor: Actor, place: DivisionPlace): Promise<void> {
    refuseOthers(actor, place);
    await this.database.transaction(async () => {
      const last = await this.log.lastDivision(place.campaignId, place.municipality);
      if (!last || last.undoneAt !== null) {
        throw new AppError('undo_too_late', 'Det er ingen fordeling å angre.');
      }
      const cases = await this.cases.ofMunicipality(place.campaignId, place.municipality);
      const nowWith = new Map(cases.map((each) => [each.id, each.assignedTo]));
      const untouched = last.changes.filter(({ caseId, to }) => nowWith.get(caseId) === to);
      await this.cases.assign(untouched.map(({ caseId, from }) => ({ caseId, to: from })));
      await this.log.markDivisionUndone(last.id, this.rooms.now());
    });
  }

  /** A member leaves: what is left of the list goes to the open queue. @throws AppError forbidden */
  async giveBack(actor: Actor, place: DivisionPlace, userId: string): Promise<number> {
    refuseOthers(actor, place);
    return this.database.transaction(async () => {
      const cases = await this.cases.ofMunicipality(place.campaignId, place.municipality);
      const own = cases.filter((each) => each.assignedTo === userId && each.state === 'queued');
      await this.cases.assign(own.map((each) => ({ caseId: each.id, to: null })));
      return own.length;
    });
  }

  async #members(place: DivisionPlace, standing: readonly CallCase[]): Promise<Member[]> {
    const members = await this.teams.members(place.campaignId, place.municipality);
    return members.map((member) => ({
      ...member,
      before: standing.filter((each) => each.assignedTo === member.userId).length,
    }));
  }

  async #keepOff(members: readonly Member[], cases: readonly CallCase[]): Promise<KeepOff[]> {
    const users = await this.users.find(members.map((member) => member.userId));
    const people = users.map(({ id: userId, name, email }) => ({ userId, name, email }));
    return this.keepOffs.among(people, cases);
  }

  async #describe(division: Division, members: readonly Member[], households: number): Promise<DivisionPlan> {
    const tied = await this.households.byIds(division.keptOff.map((tie) => tie.householdId));
    const titles = new Map(tied.map((household) => [household.id, household.title]));
    const names = new Map(members.map((member) => [member.userId, member.name]));
    const got = (userId: string) => division.assignments.filter((each) => each.userId === userId).length;
    return {
      fingerprint: fingerprintOf(members),
      households,
      members: members.map(({ userId, name, capacity, before }) => ({
        userId,
        name,
        capacity,
        before,
        after: before + got(userId),
        keptOff: division.keptOff.filter((tie) => tie.userId === userId).length,
      })),
      unassigned: division.unassigned.length,
      keptOff: division.keptOff.map((tie) => ({
        ...tie,
        title: titles.get(tie.householdId) ?? '',
        name: names.get(tie.userId) ?? '',
      })),
    };
  }
}

/** Callable now or soon, and not promised to anyone. */
function isDivisible(callCase: CallCase): boolean {
  return isLeftToCall(callCase) && callCase.rank !== 'callback';
}

/** Households come and go while people call; the team and its capacities are what a leader has agreed to. */
function fingerprintOf(members: readonly Member[]): string {
  const team = members.map(({ userId, capacity }) => `${userId}=${capacity}`).sort();
  return createHash('sha256').update(team.join(' ')).digest('hex').slice(0, 32);
}

function refuseOthers(actor: Actor, place: DivisionPlace): void {
  if (!mayLead(actor, place)) throw forbidden();
}
