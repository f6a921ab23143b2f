import { Injectable } from '@nestjs/common';
import { type CallReport, needsNotice } from '@savner/contract/rules/call-report';
import type { Actor } from '../../platform/actor.js';
import { Contention } from '../../platform/database/contention.js';
import { Database } from '../../platform/database/database.js';
import { AppError, notFound } from '../../platform/errors.js';
import { Events } from '../../platform/events.js';
import { newId } from '../../platform/ids.js';
import { TeamsService } from '../campaigns/index.js';
import { followUpWanted } from './calls.events.js';
import type { CallLeaseRow } from './call-lease.entity.js';
import type { CallReportRow } from './call-report.entity.js';
import { type CallRoom, CallRooms } from './call-rooms.js';
import { CasesRepository, storedOwn, storedProgress } from './cases.repository.js';
import { afterReport, type ReportDecision } from './domain/after-report.js';
import type { CallCase } from './domain/call-case.js';
import { isAgreeable } from './domain/call-hours.js';
import { tellsOfHousehold } from './domain/outcome-rules.js';
import { type CallHousehold, HouseholdSource } from './household-source.js';
import { LeasesRepository } from './leases.repository.js';
import { ReportsRepository } from './reports.repository.js';
import { TiesRepository } from './ties.repository.js';

export interface SentReport {
  readonly key: string;
  readonly leaseId: string;
  /** E.164; null means the preferred number. */
  readonly number: string | null;
  readonly report: CallReport;
}

export interface StoredReport {
  readonly reportId: string;
  readonly isLate: boolean;
  readonly leadsTo: ReportDecision['leadsTo'];
  readonly at: Date | null;
  readonly canUndo: boolean;
}

interface Situation {
  readonly actor: Actor;
  readonly sent: SentReport;
  readonly lease: CallLeaseRow;
  readonly callCase: CallCase;
  readonly household: CallHousehold;
  readonly room: CallRoom;
}

/** What came of a call is stored, decided by the outcome rules, and carried out, all in one transaction. */
@Injectable()
export class ReportingService {
  constructor(
    private readonly database: Database,
    private readonly rooms: CallRooms,
    private readonly cases: CasesRepository,
    private readonly leases: LeasesRepository,
    private readonly reports: ReportsRepository,
    private readonly ties: TiesRepository,
    private readonly households: HouseholdSource,
    private readonly teams: TeamsService,
    private readonly events: Events,
  ) {}

  /** The same key twice is one report; a late one is stored too. @throws AppError not_found, validation_failed */
  async report(actor: Actor, campaignId: string, sent: SentReport): Promise<StoredReport> {
    const room = await this.rooms.enter(campaignId);
    refuseNightCall(sent.report, room);
    return this.database.transaction(async () => {
      const known = await this.reports.findByKey(actor.userId, sent.key);
      if (known) return this.#answerAgain(known, room);
      if (tellsOfHousehold(sent.report)) await this.households.takeTurn(campaignId);
      const situation = await this.#situation(actor, campaignId, sent, room);
      await this.#refuseSecond(situation);
      refuseUnknownNumber(situation);
      refuseUntoldTalk(situation);
      return this.#store(situation);
    });
  }

  async #situation(actor: Actor, campaignId: string, sent: SentReport, room: CallRoom): Promise<Situation> {
    const lease = await this.leases.find(sent.leaseId);
    if (lease?.userId !== actor.userId || lease.campaignId !== campaignId) throw notFound('Samtalen');
    const [asked] = await this.households.byIds([lease.householdId]);
    const [household] = asked?.mergedInto ? await this.households.byIds([asked.mergedInto]) : [asked];
    const callCase = household ? await this.cases.findOfHousehold(household.id) : null;
    if (!household || !callCase) throw notFound('Husstanden');
    return { actor, sent, lease, callCase, household, room };
  }

  /**
   * One call is one report, and a household that was put back was not called.
   * @throws AppError conflict
   * @throws Contention when the one that stands is this very report, stored while it was on its way a second time
   */
  async #refuseSecond({ lease, sent }: Situation): Promise<void> {
    if (lease.endReason === 'released' || lease.endReason === 'skipped')
      throw new AppError(
        'conflict',
        'Du la husstanden tilbake uten å ringe. Åpne den på nytt for å rapportere.',
      );
    const standing = await this.reports.standingOf(lease.id);
    if (standing?.key === sent.key) throw new Contention('the report is stored');
    if (standing)
      throw new AppError(
        'conflict',
        'Denne samtalen er alt rapportert. Angre den rapporten først hvis den er feil.',
      );
  }

  async #store(situation: Situation): Promise<StoredReport> {
    const { sent, lease, callCase, household, room, actor } = situation;
    const isLate = lease.endedAt !== null || lease.expiresAt <= room.now;
    const others = (await this.reports.history([callCase.id])).filter((each) => each.leaseId !== lease.id);
    const isSuperseded = isLate && others.some((each) => each.at > lease.takenAt);
    const number = sent.number ?? household.numbers[0] ?? null;
    const decision = afterReport(callCase, sent.report, {
      now: room.now,
      callerId: actor.userId,
      otherNumbers: household.numbers.filter((each) => each !== number).length,
      calendar: room.calendar,
      settings: room.campaign.settings,
    });
    const row = this.#row(situation, decision, isSuperseded);
    const isEnded = await this.leases.end(lease.id, 'reported', room.now);
    if (!isEnded && lease.endedAt === null) throw new Contention('the lease was ended meanwhile');
    await this.reports.insert(row);
    if (isSuperseded) await this.#setAside(callCase, decision);
    else await this.#carryOut(situation, decision, { reportId: row.id, number });
    const isHeldAgain = (await this.leases.liveOfCase(callCase.id, room.now)) !== null;
    const canUndo = !isSuperseded && !isHeldAgain && household.state !== 'suppressed';
    return { reportId: row.id, isLate, leadsTo: decision.leadsTo, at: decision.at, canUndo };
  }

  async #carryOut(
    situation: Situation,
    decision: ReportDecision,
    { reportId, number }: { readonly reportId: string; readonly number: string | null },
  ): Promise<void> {
    const { actor, sent, callCase, household, room } = situation;
    const source = { userId: actor.userId, reportId };
    const deadNumber = decision.numberIsDead ? number : null;
    const told = { deadNumber, facts: sent.report.facts, stop: decision.household };
    await this.households.tell(household.id, told, source);
    const assignedTo = await this.#assignee(situation, decision);
    const isTold = sent.report.noticeRead && callCase.informedAt === null;
    await this.cases.decide(callCase, decision.progress, {
      assignedTo,
      told: isTold ? { informedAt: room.now } : {},
    });
    if (decision.followUp) {
      const { id: householdId, municipality, campaignId } = household;
      const note = sent.report.note;
      await this.events.tell(followUpWanted, {
        campaignId,
        householdId,
        municipality,
        reportId,
        note,
        ...decision.followUp,
      });
    }
  }

  async #assignee({ actor, callCase, room }: Situation, { passTo }: ReportDecision): Promise<string | null> {
    if (passTo === null) return callCase.assignedTo;
    await this.ties.skip({ caseId: callCase.id, userId: actor.userId, reason: 'passed_on', at: room.now });
    if (passTo === 'others') return null;
    const members = await this.teams.members(callCase.campaignId, callCase.municipality);
    return members.some((member) => member.userId === passTo.userId) ? passTo.userId : null;
  }

  /** An overtaken report changes nothing, unless it says that contact must stop: then a human looks. */
  async #setAside(callCase: CallCase, decision: ReportDecision): Promise<void> {
    if (decision.household === null) return;
    await this.cases.decide(callCase, { ...callCase, state: 'needs_coordinator' });
  }

  async #answerAgain(row: CallReportRow, room: CallRoom): Promise<StoredReport> {
    const lease = await this.leases.find(row.leaseId);
    const isLate = lease !== null && lease.endReason !== 'reported';
    const callCase = await this.cases.find(row.caseId);
    const at = callCase?.state === 'queued' ? callCase.nextAt : null;
    const isOpen = row.undoneAt === null && !row.isSuperseded;
    const canUndo = isOpen && callCase?.turn === row.turnAfter && room.campaign.state === 'open';
    return { reportId: row.id, isLate, leadsTo: row.undo?.leadsTo ?? 'closed', at, canUndo };
  }

  #row(
    { actor, sent, lease, callCase, room }: Situation,
    decision: ReportDecision,
    isSuperseded: boolean,
  ): CallReportRow {
    const { report } = sent;
    return {
      id: newId(),
      key: sent.key,
      campaignId: callCase.campaignId,
      municipality: callCase.municipality,
      caseId: callCase.id,
      householdId: callCase.householdId,
      leaseId: lease.id,
      userId: actor.userId,
      at: room.now,
      attempt: report.attempt,
      result: report.attempt === 'talked' ? report.outcome.result : null,
      report,
      isSuperseded,
      turnAfter: callCase.turn + 1,
      undo: {
        leadsTo: decision.leadsTo,
        progress: storedProgress(callCase),
        own: storedOwn(callCase.own),
        assignedTo: callCase.assignedTo,
        noticeTold: report.noticeRead && callCase.informedAt === null,
        toldFacts: tellsOfHousehold(report),
        passedOn: decision.passTo !== null,
        followUp: decision.followUp !== null,
      },
      undoneAt: null,
    };
  }
}

/** @throws AppError validation_failed for a number that is not the household's */
function refuseUnknownNumber({ sent, household }: Situation): void {
  const known = [...household.numbers, ...household.deadNumbers];
  if (sent.number === null || known.includes(sent.number)) return;
  const message =
    'Nummeret hører ikke til husstanden. Velg et av numrene som vises, og legg et nytt nummer inn som ny opplysning.';
  throw new AppError('validation_failed', message, [{ path: 'number', code: 'number.not_theirs', message }]);
}

/** @throws AppError validation_failed for a talk with people who had not been told, and were not told then either */
function refuseUntoldTalk({ sent, callCase }: Situation): void {
  if (callCase.informedAt !== null || sent.report.noticeRead || !needsNotice(sent.report)) return;
  const message =
    'Husstanden har ikke fått kort. Les personvernteksten høyt for dem, kryss av for at den er lest, og send rapporten på nytt.';
  throw new AppError('validation_failed', message, [
    { path: 'report.noticeRead', code: 'notice.not_read', message },
  ]);
}

/** A report may have waited a day for a line; an agreement more than a year ahead is a slip of the finger. */
const dayMilliseconds = 86_400_000;

/** @throws AppError validation_failed for an agreed time at which nobody may be called, or that is not to come */
function refuseNightCall(report: CallReport, { calendar, now }: CallRoom): void {
  const agreed = 'callbackAt' in report ? report.callbackAt : null;
  if (agreed === null) return;
  const ahead = Date.parse(agreed) - now.getTime();
  if (ahead < -dayMilliseconds || ahead > 365 * dayMilliseconds) {
    const wrong = 'Avtalen må være fram i tid, og innen et år.';
    throw new AppError('validation_failed', wrong, [
      { path: 'report.callbackAt', code: 'callback.not_ahead', message: wrong },
    ]);
  }
  if (isAgreeable(new Date(agreed), calendar)) return;
  const message = 'Avtalen må være mellom kl. 9 og 21, mandag til lørdag, og ikke på en helligdag.';
  throw new AppError('validation_failed', message, [
    { path: 'report.callbackAt', code: 'callback.outside_hours', message },
  ]);
}
