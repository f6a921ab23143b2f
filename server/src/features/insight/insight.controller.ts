import { Controller } from '@nestjs/common';
import type { InputOf } from '@savner/contract/endpoint';
import { downloadFigures, getFigures, getStandings, getToday } from '@savner/contract/insight';
import type { Actor } from '../../platform/actor.js';
import { Allow } from '../../platform/http/access.js';
import { CurrentActor } from '../../platform/http/current-actor.js';
import { FileAnswer } from '../../platform/http/file-answer.js';
import { Input, Route } from '../../platform/http/route.js';
import { FiguresService } from './figures.service.js';
import { figuresTable } from './figures-table.js';
import { StandingsService } from './standings.service.js';
import { TodayService } from './today.service.js';

@Controller()
export class InsightController {
  constructor(
    private readonly figures: FiguresService,
    private readonly day: TodayService,
    private readonly far: StandingsService,
  ) {}

  @Allow('mayor', 'host', 'coordinator', 'admin')
  @Route(getFigures)
  async read(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof getFigures>) {
    return this.figures.figuresFor(actor, params.campaignId);
  }

  @Allow('mayor', 'host', 'coordinator', 'admin')
  @Route(downloadFigures)
  async download(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof downloadFigures>) {
    const bytes = figuresTable(await this.figures.figuresFor(actor, params.campaignId));
    return FileAnswer.download({ bytes }, 'tall.csv', 'text/csv; charset=utf-8');
  }

  @Allow('coordinator', 'admin')
  @Route(getToday)
  async today(@Input() { params }: InputOf<typeof getToday>) {
    return this.day.today(params.campaignId);
  }

  @Allow('coordinator', 'admin')
  @Route(getStandings)
  async standings(@Input() { params, query }: InputOf<typeof getStandings>) {
    const householdIds = query.householdIds.split(',');
    return { standings: await this.far.standings(params.campaignId, householdIds) };
  }
}
