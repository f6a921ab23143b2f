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
import { Contention, retryContention } from './contention.js';
import type { CallCase } from './domain/call-case.js';
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
    const undoable = last && (await this.#undoable(last, room)) ? last.id : null;
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
    await retryContention(() =>
      this.database.transaction(async () => {
        const last = await this.reports.lastOf(actor.userId, campaignId);
        const callCase = last?.id === reportId ? await this.#undoable(last, room) : null;
        if (!last || !callCase) throw tooLate();
        await this.#putBack(last, callCase, room);
        const isFree = (await this.leases.liveOf(actor.userId, room.now)) === null;
        if (isFree && room.campaign.state === 'open') {
          await this.leases.endExpired(campaignId, callCase.municipality, actor.userId, room.now);
          await this.handOut.takeCase(actor.userId, callCase, 'chosen', room);
        }
      }),
    );
  }

  /** The case, as long as nobody has had the household since the report. */
  async #undoable(report: CallReportRow, room: CallRoom): Promise<CallCase | null> {
    if (report.undo === null || report.isSuperseded || report.undoneAt !== null) return null;
    const callCase = await this.cases.find(report.caseId);
    if (callCase?.turn !== report.turnAfter) return null;
    return (await this.leases.liveOfCase(callCase.id, room.now)) ? null : callCase;
  }

  async #putBack(report: CallReportRow, callCase: CallCase, room: CallRoom): Promise<void> {
    const { undo } = report;
    if (!undo || !(await this.reports.markUndone(report.id, room.now))) throw tooLate();
    const source = { userId: report.userId, reportId: report.id };
    if (undo.deadNumber) await this.households.markAlive(report.householdId, undo.deadNumber, source);
    if (undo.stop) await this.households.unstop(report.householdId, undo.stop, source);
    if (undo.passedOn) await this.ties.forgetSkips(callCase.id, report.userId);
    if (undo.followUp) await this.events.tell(followUpWithdrawn, { reportId: report.id });
    const changes = {
      ...progressColumns(restoredProgress(undo.progress)),
      assignedTo: undo.assignedTo,
      informedAt: undo.informedAt === null ? null : new Date(undo.informedAt),
    };
    if (!(await this.cases.changeOnTurn(callCase, changes))) throw new Contention('the case moved on');
  }
}

function tooLate(): AppError {
  return new AppError(
    'undo_too_late',
    'Rapporten kan ikke angres lenger: husstanden er delt ut igjen, eller dette er ikke din siste rapport.',
  );
}
