import { Controller } from '@nestjs/common';
import {
  chooseHousehold,
  claimNext,
  findRingBack,
  getCallerStatus,
  heartbeat,
  listMyReports,
  pinLease,
  releaseLease,
  sendReport,
  skipHousehold,
  undoReport,
} from '@savner/contract/calls';
import type { InputOf } from '@savner/contract/endpoint';
import type { Actor } from '../../platform/actor.js';
import { Allow } from '../../platform/http/access.js';
import { CurrentActor } from '../../platform/http/current-actor.js';
import { Input, Route } from '../../platform/http/route.js';
import { CallerStatusService } from './caller-status.service.js';
import { presentStored } from './calls.presenter.js';
import { HandOutService } from './hand-out.service.js';
import { LeaseKeepingService } from './lease-keeping.service.js';
import { ReportUndoService } from './report-undo.service.js';
import { ReportingService } from './reporting.service.js';
import { RingBackService } from './ring-back.service.js';

const done = { done: true } as const;

/** The caller's side. */
@Controller()
export class CallsController {
  constructor(
    private readonly statuses: CallerStatusService,
    private readonly handOut: HandOutService,
    private readonly keeping: LeaseKeepingService,
    private readonly reporting: ReportingService,
    private readonly undoing: ReportUndoService,
    private readonly ringBacks: RingBackService,
  ) {}

  @Allow('caller', 'mayor')
  @Route(getCallerStatus)
  async status(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof getCallerStatus>) {
    return this.statuses.status(actor, params.campaignId);
  }

  @Allow('caller', 'mayor')
  @Route(claimNext)
  async next(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof claimNext>) {
    return this.handOut.next(actor, params.campaignId);
  }

  @Allow('caller', 'mayor')
  @Route(chooseHousehold)
  async choose(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof chooseHousehold>) {
    return this.handOut.choose(actor, params, body.because);
  }

  @Allow('caller', 'mayor')
  @Route(heartbeat)
  async beat(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof heartbeat>) {
    return this.keeping.heartbeat(actor, params.campaignId, params.leaseId);
  }

  @Allow('caller', 'mayor')
  @Route(pinLease)
  async pin(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof pinLease>) {
    return this.keeping.pin(actor, params.campaignId, params.leaseId);
  }

  @Allow('caller', 'mayor')
  @Route(releaseLease)
  async release(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof releaseLease>) {
    await this.handOut.release(actor, params.leaseId);
    return done;
  }

  @Allow('caller', 'mayor')
  @Route(skipHousehold)
  async skip(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof skipHousehold>) {
    await this.handOut.skip(actor, params.leaseId, body.reason);
    return done;
  }

  @Allow('caller', 'mayor')
  @Route(sendReport)
  async report(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof sendReport>) {
    return presentStored(await this.reporting.report(actor, params.campaignId, body));
  }

  @Allow('caller', 'mayor')
  @Route(undoReport)
  async undo(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof undoReport>) {
    await this.undoing.undo(actor, params.campaignId, params.reportId);
    return done;
  }

  @Allow('caller', 'mayor')
  @Route(listMyReports)
  async mine(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof listMyReports>) {
    return { reports: await this.undoing.mine(actor, params.campaignId) };
  }

  @Allow('caller', 'mayor')
  @Route(findRingBack)
  async ringBack(@CurrentActor() actor: Actor, @Input() { params, query }: InputOf<typeof findRingBack>) {
    return { households: await this.ringBacks.find(actor, params.campaignId, query.search) };
  }
}
