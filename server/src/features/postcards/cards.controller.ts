import { Controller } from '@nestjs/common';
import type { InputOf } from '@savner/contract/endpoint';
import { downloadCard, findCards, returnCard, undoReturn } from '@savner/contract/postcards';
import type { Actor } from '../../platform/actor.js';
import { Allow } from '../../platform/http/access.js';
import { CurrentActor } from '../../platform/http/current-actor.js';
import { FileAnswer } from '../../platform/http/file-answer.js';
import { Input, Route } from '../../platform/http/route.js';
import { ReturnedCardsService } from './returned-cards.service.js';
import { SingleCards } from './single-cards.js';

/** Cards one by one, after they have been printed. */
@Controller()
export class CardsController {
  constructor(
    private readonly returned: ReturnedCardsService,
    private readonly single: SingleCards,
  ) {}

  @Allow('coordinator', 'admin')
  @Route(findCards)
  async find(@Input() { params, query }: InputOf<typeof findCards>) {
    return this.returned.find(params.campaignId, query.search);
  }

  @Allow('coordinator', 'admin')
  @Route(returnCard)
  async markReturned(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof returnCard>) {
    return this.returned.markReturned(actor, params, body);
  }

  @Allow('coordinator', 'admin')
  @Route(undoReturn)
  async takeBack(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof undoReturn>) {
    return this.returned.takeBack(actor, params);
  }

  @Allow('coordinator', 'admin')
  @Route(downloadCard)
  async card(@Input() { params }: InputOf<typeof downloadCard>) {
    const { name, bytes } = await this.single.print(params.campaignId, params.cardId);
    return FileAnswer.download({ bytes }, name, 'application/pdf');
  }
}
