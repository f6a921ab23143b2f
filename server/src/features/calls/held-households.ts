import { Injectable } from '@nestjs/common';
import type { HeldHousehold } from '@savner/contract/calls';
import { Callers } from './callers.js';
import type { CallLeaseRow } from './call-lease.entity.js';
import type { CallRoom } from './call-rooms.js';
import { CasesRepository } from './cases.repository.js';
import { presentHeld } from './calls.presenter.js';
import { outlookOf } from './domain/outlook.js';
import { HouseholdSource } from './household-source.js';
import { LeasesRepository } from './leases.repository.js';
import { ReportsRepository } from './reports.repository.js';

/** Gathers what a caller sees of the one household in the hand. */
@Injectable()
export class HeldHouseholds {
  constructor(
    private readonly cases: CasesRepository,
    private readonly leases: LeasesRepository,
    private readonly reports: ReportsRepository,
    private readonly households: HouseholdSource,
    private readonly callers: Callers,
  ) {}

  /** Null when the household is no longer there. Ask only with a lease that lives. */
  async show(lease: CallLeaseRow, room: CallRoom): Promise<HeldHousehold | null> {
    const callCase = await this.cases.find(lease.caseId);
    const [household] = await this.households.byIds([lease.householdId]);
    if (!callCase || !household) return null;
    const caseIds = [callCase.id, ...(await this.cases.idsMergedInto(household.id))];
    const reports = await this.reports.history(caseIds);
    const unreported = await this.leases.unreportedOfCase(callCase.id);
    const nameOf = await this.callers.names([...reports, ...unreported].map((each) => each.userId));
    const outlook = outlookOf(callCase, {
      now: room.now,
      callerId: lease.userId,
      otherNumbers: Math.max(0, household.numbers.length - 1),
      calendar: room.calendar,
      settings: room.campaign.settings,
    });
    const missers = await this.households.missersOf(household.id);
    return presentHeld({ lease, callCase, household, missers, reports, unreported, nameOf, outlook });
  }
}
