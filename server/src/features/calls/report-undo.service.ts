import { Injectable } from '@nestjs/common';
import type { MyReport } from '@savner/contract/calls';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors.js';
import { Events } from '../../platform/events.js';
import { followUpWithdrawn } from './calls.events.js';
import type { CallReportRow } from './call-report.entity.js';
import { type CallRoom, CallRooms } from './call-rooms.js';
import { CasesRepository, progressColumns, restoredProgress } from './cases.repository.js';
import { undoSentences } from './block-sentences.js';
import type { CallCase } from './domain/call-case.js';
import { type UndoRefusal, whyNotUndo } from './domain/undo-report.js';
import { HandOutService } from './hand-out.service.js';
import { HouseholdSource } from './household-source.js';
import { LeasesRepository } from './leases.repository.js';
import { ReportsRepository } from './reports.repository.js';
import { TiesRepository } from './ties.repository.js';

/** A caller's own reports: what was sent tonight, and the last one taken back. */
@Injectable()
export class ReportUndoService {
  constructor(
    private readonly database: Database,
    private readonly rooms: CallRooms,
    private readonly cases: CasesRepository,
    private readonly leases: LeasesRepository,
    private readonly reports: ReportsRepository,
    private readonly ties: TiesRepository,
    private readonly households: HouseholdSource,
    private readonly handOut: HandOutService,
    private readonly events: Events,
  ) {}

  /** Since this morning, the last first. */
  async mine(actor: Actor, campaignId: string): Promise<MyReport[]> {
    const room = await this.rooms.enter(campaignId);
    const reports = await this.reports.of(actor.userId, campaignId, this.rooms.startOfDay(room.now));
    const households = await this.households.byIds(reports.map((report) => report.householdId));
    const titles = new Map(
      households.map((household) => [household.id, household.isShielded ? '' : household.title]),
    );
    const [last] = reports;
    const undoable = last && (await this.#isUndoable(last, room)) ? last.id : null;
    return reports.map((report) => ({
      id: report.id,
      householdId: report.householdId,
      title: titles.get(report.householdId) ?? '',
      at: report.at.toISOString(),
      attempt: report.attempt,
      result: report.result,
      canUndo: report.id === undoable,
    }));
  }

  /** Everything as before the report; a caller with empty hands gets the household back. @throws AppError undo_too_late */
  async undo(actor: Actor, campaignId: string, reportId: string): Promise<void> {
    const room = await this.rooms.enter(campaignId);
    await this.database.transaction(async () => {
      await this.households.takeTurn(campaignId);
      const last = await this.reports.lastOf(actor.userId, campaignId);
      if (last?.id !== reportId) throw tooLate('not_the_last');
      const callCase = await this.cases.find(last.caseId);
      const refusal = callCase ? await this.#refusal(last, callCase, room) : 'gone';
      if (refusal || !callCase) throw tooLate(refusal ?? 'gone');
      await this.#putBack(last, callCase, room);
      const isFree = (await this.leases.liveOf(actor.userId, room.now)) === null;
      if (isFree && room.campaign.state === 'open') {
        await this.leases.endExpired(campaignId, callCase.municipality, actor.userId, room.now);
        await this.handOut.takeCase(actor.userId, callCase, 'chosen', room);
      }
    });
  }

  async #isUndoable(report: CallReportRow, room: CallRoom): Promise<boolean> {
    const callCase = await this.cases.find(report.caseId);
    return callCase !== null && (await this.#refusal(report, callCase, room)) === null;
  }

  async #refusal(report: CallReportRow, callCase: CallCase, room: CallRoom): Promise<UndoRefusal | null> {
    const refusal = whyNotUndo(report, callCase);
    const [household] = await this.households.byIds([callCase.householdId]);
    if (refusal || !household) return household ? refusal : 'gone';
    if (await this.leases.liveOfCase(callCase.id, room.now)) return 'handed_out';
    const isStopped = await this.households.isStoppedBesides(callCase.householdId, report.id);
    return isStopped ? 'stopped' : null;
  }

  async #putBack(report: CallReportRow, callCase: CallCase, room: CallRoom): Promise<void> {
    const { undo } = report;
    if (!undo || !(await this.reports.markUndone(report.id, room.now))) throw tooLate('not_the_last');
    const source = { userId: report.userId, reportId: report.id };
    if (undo.toldFacts) await this.households.takeBack(report.householdId, source);
    if (undo.passedOn) await this.ties.forgetSkips(callCase.id, report.userId);
    if (undo.followUp) await this.events.tell(followUpWithdrawn, { reportId: report.id });
    const isUntold = undo.noticeTold && callCase.cardPostedOn === null;
    await this.cases.changeOnTurn(callCase, {
      ...progressColumns(restoredProgress(undo.progress)),
      own: undo.own,
      assignedTo: undo.assignedTo,
      ...(isUntold ? { informedAt: null } : {}),
    });
  }
}

function tooLate(refusal: UndoRefusal): AppError {
  return new AppError('undo_too_late', undoSentences[refusal]);
}
