import { Controller, Req, Res } from '@nestjs/common';
import type { InputOf } from '@savner/contract/endpoint';
import { honeypotField, sendTip } from '@savner/contract/tips';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../platform/http/access.js';
import { languageOf } from '../../platform/http/public-language.js';
import { Input, Route } from '../../platform/http/route.js';
import { rawTipFrom } from './domain/tip-fields.js';
import { PublicDoor } from './public-door.js';
import { PublicTips } from './public-tips.service.js';
import { mustBeMended } from './tips.service.js';

/** The public form's twin for programs: the same rules, the same answers. */
@Controller()
export class PublicTipsController {
  constructor(
    private readonly door: PublicDoor,
    private readonly tips: PublicTips,
  ) {}

  @Public()
  @Route(sendTip)
  async send(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Input() { body }: InputOf<typeof sendTip>,
  ) {
    this.door.check(request);
    const problems = await this.tips.send({
      key: body.key,
      raw: rawTipFrom(body),
      language: languageOf(request, reply),
      [honeypotField]: body[honeypotField] ?? '',
    });
    if (problems.length > 0) throw mustBeMended(problems);
    return { done: true };
  }
}
