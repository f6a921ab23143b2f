import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/index.js';
import { CampaignsModule } from '../campaigns/index.js';
import { PeopleModule } from '../people/index.js';
import { BoardController } from './board.controller.js';
import { BoardService } from './board.service.js';
import { CallCaseRow } from './call-case.entity.js';
import { CallLeaseRow } from './call-lease.entity.js';
import { CallActionRow, CallDivisionRow } from './call-log.entity.js';
import { CallLogRepository } from './call-log.repository.js';
import { CallReportRow } from './call-report.entity.js';
import { CallRooms } from './call-rooms.js';
import { CallSkipRow, CallTieRow } from './call-tie.entity.js';
import { CallerStatusService } from './caller-status.service.js';
import { Callers } from './callers.js';
import { CallsController } from './calls.controller.js';
import { CallsReader } from './calls-reader.js';
import { CaseMerges } from './case-merges.js';
import { CaseSync } from './case-sync.js';
import { CasesRepository } from './cases.repository.js';
import { ClaimRepository } from './claim.repository.js';
import { DivisionsService } from './divisions.service.js';
import { EmptyQueues } from './empty-queues.js';
import { HandOutService } from './hand-out.service.js';
import { HeldHouseholds } from './held-households.js';
import { HouseholdSource } from './household-source.js';
import { KeepOffs } from './keep-off.js';
import { MessagesService } from './messages.service.js';
import { LeadingService } from './leading.service.js';
import { LeaseKeepingService } from './lease-keeping.service.js';
import { LeasesRepository } from './leases.repository.js';
import { PeopleHouseholdSource } from './people-household-source.js';
import { ReportUndoService } from './report-undo.service.js';
import { ReportingService } from './reporting.service.js';
import { ReportsRepository } from './reports.repository.js';
import { RingBackService } from './ring-back.service.js';
import { TiesRepository } from './ties.repository.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      CallCaseRow,
      CallLeaseRow,
      CallReportRow,
      CallTieRow,
      CallSkipRow,
      CallDivisionRow,
      CallActionRow,
    ]),
    AccountsModule,
    CampaignsModule,
    PeopleModule,
  ],
  controllers: [CallsController, BoardController],
  providers: [
    CasesRepository,
    ClaimRepository,
    LeasesRepository,
    ReportsRepository,
    TiesRepository,
    CallLogRepository,
    { provide: HouseholdSource, useClass: PeopleHouseholdSource },
    CallRooms,
    Callers,
    KeepOffs,
    HeldHouseholds,
    EmptyQueues,
    CaseMerges,
    CaseSync,
    HandOutService,
    LeaseKeepingService,
    ReportingService,
    ReportUndoService,
    CallerStatusService,
    RingBackService,
    BoardService,
    LeadingService,
    MessagesService,
    DivisionsService,
    CallsReader,
  ],
  exports: [CallsReader, DivisionsService, HandOutService, ReportingService, HouseholdSource],
})
export class CallsModule {}
