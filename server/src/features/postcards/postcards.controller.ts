import { Controller } from '@nestjs/common';
import type { Language } from '@savner/contract/common';
import type { InputOf } from '@savner/contract/endpoint';
import {
  cancelBatch,
  createBatch,
  downloadAddresses,
  downloadCards,
  downloadPackingList,
  downloadWorkbook,
  getSpecimen,
  listBatches,
  listTemplates,
  markPosted,
  previewBatch,
  readBatch,
  reprintBatch,
  retryBatch,
  tryOwnWords,
} from '@savner/contract/postcards';
import type { Actor } from '../../platform/actor.js';
import { notFound } from '../../platform/errors.js';
import { Allow } from '../../platform/http/access.js';
import { CurrentActor } from '../../platform/http/current-actor.js';
import { FileAnswer } from '../../platform/http/file-answer.js';
import { ReaderLanguage } from '../../platform/http/reader-language.js';
import { Input, Route } from '../../platform/http/route.js';
import { addressList, addressWorkbook } from './address-list.js';
import { BatchesService } from './batches.service.js';
import { CardTemplates } from './card-templates.js';
import type { StoredBatch } from './domain/batch.js';
import { OwnWordsService } from './own-words.service.js';
import { PackingLists } from './packing-lists.js';
import { maySeeBatch } from './postcards.policy.js';
import { presentBatch, presentReadiness } from './postcards.presenter.js';
import { ReadinessService } from './readiness.service.js';
import { SpecimenService } from './specimen.service.js';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller()
export class PostcardsController {
  constructor(
    private readonly batches: BatchesService,
    private readonly templates: CardTemplates,
    private readonly readiness: ReadinessService,
    private readonly specimens: SpecimenService,
    private readonly packing: PackingLists,
    private readonly words: OwnWordsService,
  ) {}

  @Allow('coordinator', 'admin', 'mayor')
  @Route(listTemplates)
  templateList() {
    return { templates: this.templates.list() };
  }

  @Allow('coordinator', 'admin')
  @Route(previewBatch)
  async preview(
    @Input() { params, body }: InputOf<typeof previewBatch>,
    @ReaderLanguage() language: Language,
  ) {
    return presentReadiness(await this.readiness.preview(params.campaignId, body), language);
  }

  @Allow('coordinator', 'admin', 'mayor')
  @Route(getSpecimen)
  async specimen(@Input() { params, query }: InputOf<typeof getSpecimen>) {
    const bytes = await this.specimens.make(params.campaignId, query);
    return FileAnswer.view({ bytes }, 'prøvekort.pdf', 'application/pdf');
  }

  @Allow('coordinator', 'admin')
  @Route(tryOwnWords)
  async ownWords(@Input() { params, body }: InputOf<typeof tryOwnWords>) {
    return { cards: await this.words.tryOn(params.campaignId, body) };
  }

  @Allow('coordinator', 'admin')
  @Route(createBatch)
  async create(@CurrentActor() actor: Actor, @Input() { params, body }: InputOf<typeof createBatch>) {
    return this.#present(await this.batches.create(actor, params.campaignId, body));
  }

  @Allow('coordinator', 'admin', 'mayor')
  @Route(listBatches)
  async list(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof listBatches>) {
    const visible = (await this.batches.list(params.campaignId)).filter((batch) => maySeeBatch(actor, batch));
    const shown = await this.batches.shownOf(visible);
    return {
      batches: await Promise.all(
        visible.map(async (batch) => presentBatch(batch, await this.batches.progressOf(batch), shown(batch))),
      ),
    };
  }

  @Allow('coordinator', 'admin', 'mayor')
  @Route(readBatch)
  async read(@CurrentActor() actor: Actor, @Input() { params }: InputOf<typeof readBatch>) {
    const batch = await this.batches.get(params.campaignId, params.batchId);
    if (!maySeeBatch(actor, batch)) throw notFound('Partiet');
    return this.#present(batch);
  }

  @Allow('coordinator', 'admin')
  @Route(cancelBatch)
  async cancel(@Input() { params }: InputOf<typeof cancelBatch>) {
    return this.#present(await this.batches.cancel(params.campaignId, params.batchId));
  }

  @Allow('coordinator', 'admin')
  @Route(retryBatch)
  async retry(@Input() { params }: InputOf<typeof retryBatch>) {
    return this.#present(await this.batches.retry(params.campaignId, params.batchId));
  }

  @Allow('coordinator', 'admin')
  @Route(markPosted)
  async posted(@Input() { params, body }: InputOf<typeof markPosted>) {
    return this.#present(await this.batches.markPosted(params.campaignId, params.batchId, body.postedOn));
  }

  @Allow('coordinator', 'admin')
  @Route(reprintBatch)
  async reprint(@Input() { params }: InputOf<typeof reprintBatch>) {
    return this.#present(await this.batches.reprint(params.campaignId, params.batchId));
  }

  @Allow('coordinator', 'admin')
  @Route(downloadCards)
  async cards(@Input() { params }: InputOf<typeof downloadCards>) {
    const { campaignId, batchId, file } = params;
    const { name, path } = await this.batches.printFile(campaignId, batchId, file);
    return FileAnswer.download({ path }, name, 'application/pdf');
  }

  @Allow('coordinator', 'admin')
  @Route(downloadAddresses)
  async addresses(@Input() { params }: InputOf<typeof downloadAddresses>) {
    const { batch, cards } = await this.batches.manifest(params.campaignId, params.batchId);
    const bytes = addressList(cards);
    return FileAnswer.download({ bytes }, `adresser-parti-${batch.number}.csv`, 'text/csv; charset=utf-8');
  }

  @Allow('coordinator', 'admin')
  @Route(downloadWorkbook)
  async workbook(@Input() { params }: InputOf<typeof downloadWorkbook>) {
    const { batch, cards } = await this.batches.manifest(params.campaignId, params.batchId);
    const bytes = await addressWorkbook(cards);
    return FileAnswer.download({ bytes }, `adresser-parti-${batch.number}.xlsx`, workbookType);
  }

  @Allow('coordinator', 'admin')
  @Route(downloadPackingList)
  async packingList(@Input() { params }: InputOf<typeof downloadPackingList>) {
    const { number, bytes } = await this.packing.listOf(params.campaignId, params.batchId);
    return FileAnswer.download({ bytes }, `pakkseddel-parti-${number}.pdf`, 'application/pdf');
  }

  async #present(batch: StoredBatch) {
    const shown = await this.batches.shownOf([batch]);
    return presentBatch(batch, await this.batches.progressOf(batch), shown(batch));
  }
}
