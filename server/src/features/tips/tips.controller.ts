import { Controller } from '@nestjs/common';
import type { InputOf } from '@savner/contract/endpoint';
import {
  enterTip,
  getTip,
  importTips,
  listTipImports,
  listTips,
  previewTipImport,
} from '@savner/contract/tips';
import type { Actor } from '../../platform/actor.js';
import { Allow } from '../../platform/http/access.js';
import { CurrentActor } from '../../platform/http/current-actor.js';
import { Input, Route } from '../../platform/http/route.js';
import { rawTipFrom } from './domain/tip-fields.js';
import { TipImports } from './tip-imports.service.js';
import { TipsService } from './tips.service.js';
import { type DoneImport, presentImport } from './tips.presenter.js';

@Controller()
export class TipsController {
  constructor(
    private readonly tips: TipsService,
    private readonly imports: TipImports,
  ) {}

  @Allow('mayor', 'coordinator', 'admin')
  @Route(listTips)
  async list(@CurrentActor() actor: Actor, @Input() { params, query }: InputOf<typeof listTips>) {
    return this.tips.list(actor, params.campaignId, query);
  }

  @Allow('coordinator', 'admin')
  @Route(listTipImports)
  async importList(@Input() { params }: InputOf<typeof listTipImports>) {
    return { imports: await this.#presented(await this.imports.list(params.campaignId)) };
  }

  @Allow('mayor', 'coordinator', 'admin')
  @Route(getTip)
  async get(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof getTip>) {
    return this.tips.get(actor, params.campaignId, params.tipId);
  }

  @Allow('mayor', 'coordinator', 'admin')
  @Route(enterTip)
  async enter(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof enterTip>) {
    return this.tips.enter(actor, params.campaignId, body.key, rawTipFrom(body));
  }

  @Allow('coordinator', 'admin')
  @Route(previewTipImport)
  async preview(@Input() { params, query, body }: InputOf<typeof previewTipImport>) {
    return this.imports.preview(params.campaignId, { fileName: query.fileName, bytes: body });
  }

  @Allow('coordinator', 'admin')
  @Route(importTips)
  async import(@CurrentActor() actor: Actor, @Input() { params, query, body }: InputOf<typeof importTips>) {
    const file = { fileName: query.fileName, bytes: body };
    const done = await this.imports.take(params.campaignId, file, query.sha256, actor.userId);
    return (await this.#presented([done]))[0];
  }

  async #presented(done: readonly DoneImport[]) {
    const names = await this.tips.namesFor(done.map(({ importedBy }) => ({ enteredBy: importedBy })));
    return done.map((one) => presentImport(one, names));
  }
}
