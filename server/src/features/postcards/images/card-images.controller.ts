import { Controller } from '@nestjs/common';
import {
  type CardImages,
  describeCardImage,
  listCardImages,
  removeCardImage,
  storeCardImage,
  viewCardImage,
} from '@savner/contract/card-images';
import type { InputOf } from '@savner/contract/endpoint';
import type { Actor } from '../../../platform/actor.js';
import { Allow } from '../../../platform/http/access.js';
import { CurrentActor } from '../../../platform/http/current-actor.js';
import { FileAnswer } from '../../../platform/http/file-answer.js';
import { Input, Route } from '../../../platform/http/route.js';
import { presentImages } from './card-images.presenter.js';
import { CardImagesService } from './card-images.service.js';

@Controller()
export class CardImagesController {
  constructor(private readonly images: CardImagesService) {}

  @Allow('coordinator', 'admin')
  @Route(listCardImages)
  async list(@Input() { params }: InputOf<typeof listCardImages>): Promise<CardImages> {
    return presentImages(await this.images.list(params.campaignId));
  }

  @Allow('coordinator', 'admin')
  @Route(storeCardImage)
  async store(
    @CurrentActor() actor: Actor,
    @Input() { params, query, body }: InputOf<typeof storeCardImage>,
  ) {
    await this.images.store(actor, params, { bytes: body, alternative: query.alternative });
    return presentImages(await this.images.list(params.campaignId));
  }

  @Allow('coordinator', 'admin')
  @Route(describeCardImage)
  async describe(@Input() { params, body }: InputOf<typeof describeCardImage>) {
    await this.images.describe(params.campaignId, params.slot, body.alternative);
    return presentImages(await this.images.list(params.campaignId));
  }

  @Allow('coordinator', 'admin')
  @Route(removeCardImage)
  async remove(@Input() { params }: InputOf<typeof removeCardImage>) {
    await this.images.remove(params.campaignId, params.slot);
    return presentImages(await this.images.list(params.campaignId));
  }

  @Allow('coordinator', 'admin')
  @Route(viewCardImage)
  async preview(@Input() { params }: InputOf<typeof viewCardImage>) {
    const { bytes, name, type } = await this.images.preview(params.campaignId, params.slot);
    return FileAnswer.view({ bytes }, name, type);
  }
}
