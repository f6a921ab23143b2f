import { Controller } from '@nestjs/common';
import {
  applyDivision,
  freeHousehold,
  getBoard,
  getCallsOverview,
  giveBack,
  listMessages,
  openByHand,
  previewDivision,
  returnToQueue,
  undoDivision,
} from '@savner/contract/call-board';
import type { InputOf } from '@savner/contract/endpoint';
import type { Actor } from '../../platform/actor.js';
import { Allow } from '../../platform/http/access.js';
import { CurrentActor } from '../../platform/http/current-actor.js';
import { Input, Route } from '../../platform/http/route.js';
import { BoardService } from './board.service.js';
import { CallsReader } from './calls-reader.js';
import { DivisionsService } from './divisions.service.js';
import { MessagesService } from './messages.service.js';
import { LeadingService } from './leading.service.js';

const done = { done: true } as const;

/** The leader's side: board, division, and the overview of all teams. */
@Controller()
export class BoardController {
  constructor(
    private readonly boards: BoardService,
    private readonly leading: LeadingService,
    private readonly divisions: DivisionsService,
    private readonly reader: CallsReader,
    private readonly messages: MessagesService,
  ) {}

  @Allow('caller', 'mayor', 'coordinator', 'admin')
  @Route(getBoard)
  async board(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof getBoard>) {
    return this.boards.board(actor, params.campaignId, params.municipality);
  }

  @Allow('coordinator', 'admin')
  @Route(listMessages)
  async read(@Input() { params }: InputOf<typeof listMessages>) {
    return { messages: await this.messages.list(params.campaignId) };
  }

  @Allow('mayor', 'coordinator', 'admin')
  @Route(freeHousehold)
  async free(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof freeHousehold>) {
    await this.leading.free(actor, params);
    return done;
  }

  @Allow('mayor', 'coordinator', 'admin')
  @Route(openByHand)
  async open(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof openByHand>) {
    await this.leading.openByHand(actor, params, body.reason);
    return done;
  }

  @Allow('mayor', 'coordinator', 'admin')
  @Route(returnToQueue)
  async returnToQueue(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof returnToQueue>) {
    await this.leading.returnToQueue(actor, params);
    return done;
  }

  @Allow('mayor', 'coordinator', 'admin')
  @Route(previewDivision)
  async preview(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof previewDivision>) {
    return this.divisions.preview(actor, params, body);
  }

  @Allow('mayor', 'coordinator', 'admin')
  @Route(applyDivision)
  async apply(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof applyDivision>) {
    return this.divisions.apply(actor, params, body);
  }

  @Allow('mayor', 'coordinator', 'admin')
  @Route(undoDivision)
  async undo(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof undoDivision>) {
    await this.divisions.undo(actor, params);
    return done;
  }

  @Allow('mayor', 'coordinator', 'admin')
  @Route(giveBack)
  async giveBack(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof giveBack>) {
    return { givenBack: await this.divisions.giveBack(actor, params, params.userId) };
  }

  @Allow('mayor', 'coordinator', 'admin')
  @Route(getCallsOverview)
  async overview(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof getCallsOverview>) {
    return { municipalities: await this.reader.overview(actor, params.campaignId) };
  }
}
