import { Injectable } from '@nestjs/common';
import type { CallMessage } from '@savner/contract/call-board';
import type { CallReportRow } from './call-report.entity.js';
import { Callers } from './callers.js';
import { CallRooms } from './call-rooms.js';
import { CasesRepository } from './cases.repository.js';
import { isForLeader } from './domain/back-to-queue.js';
import { HouseholdSource } from './household-source.js';
import { ReportsRepository } from './reports.repository.js';

/** What the callers ask the coordinator: households that rest until somebody has looked at them. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly rooms: CallRooms,
    private readonly cases: CasesRepository,
    private readonly reports: ReportsRepository,
    private readonly households: HouseholdSource,
    private readonly callers: Callers,
  ) {}

  /** The longest waiting first. @throws AppError not_found */
  async list(campaignId: string): Promise<CallMessage[]> {
    await this.rooms.enter(campaignId);
    const cases = (await this.cases.ofCampaign(campaignId)).filter(
      ({ state }) => state === 'needs_coordinator',
    );
    const history = await this.reports.history(cases.map(({ id }) => id));
    const households = await this.households.byIds(cases.map(({ householdId }) => householdId));
    const titleOf = new Map(households.map(({ id, title }) => [id, title]));
    const nameOf = await this.callers.names(history.map(({ userId }) => userId));
    return cases
      .map((callCase) => {
        const reports = history.filter(({ caseId }) => caseId === callCase.id);
        const asked = reports.findLast(({ report }) => report.askCoordinator !== null);
        const last = asked ?? reports.at(-1);
        return {
          householdId: callCase.householdId,
          title: titleOf.get(callCase.householdId) ?? '',
          municipality: callCase.municipality,
          why: whyOf(asked, callCase),
          message: asked?.report.askCoordinator ?? '',
          lastCall: last
            ? {
                at: last.at.toISOString(),
                attempt: last.attempt,
                result: last.result,
                callerName: nameOf(last.userId),
              }
            : null,
        };
      })
      .sort((a, b) => ((a.lastCall?.at ?? '') < (b.lastCall?.at ?? '') ? -1 : 1));
  }
}

function whyOf(asked: CallReportRow | undefined, callCase: { readonly skips: number }): CallMessage['why'] {
  if (asked) return 'asked';
  return isForLeader(callCase) ? 'skipped' : 'stopped_late';
}
