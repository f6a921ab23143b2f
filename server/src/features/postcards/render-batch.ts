import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type JobContext, JobRefused } from '../../platform/jobs/job.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { CardCodes } from './card-codes.js';
import { CardTemplates, type OpenTemplate } from './card-templates.js';
import type { StoredBatch, StoredCard } from './domain/batch.js';
import { campaignValues } from './domain/campaign-values.js';
import { cardAddress, groupCode } from './domain/card-code.js';
import { CardHouseholds } from './households.js';
import { renderBatchJob } from './postcards.jobs.js';
import { PostcardsRepository } from './postcards.repository.js';
import { PrintFolder } from './print-folder.js';
import type { PrintCard, PrintResult } from './rendering/print-file.js';
import { writePrintFile } from './rendering/print-file.js';

/** The job that makes a batch's print file. */
@Injectable()
export class RenderBatch implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly repository: PostcardsRepository,
    private readonly households: CardHouseholds,
    private readonly templates: CardTemplates,
    private readonly codes: CardCodes,
    private readonly folder: PrintFolder,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(renderBatchJob, ({ batchId }, context) => this.#render(batchId, context));
  }

  async #render(batchId: string, context: JobContext): Promise<void> {
    const batch = await this.#wantedBatch(batchId, context.jobId);
    if (!batch) return;
    const opened = this.#template(batch);
    await this.#withdrawBlocked(batch);
    const cards = await this.repository.listCards(batchId);
    await this.folder.prepare(batchId);
    if (cards.length === 0) return this.#drop(batch);
    const result = await this.#write(batch, cards, opened, context);
    await this.#publish(batch, cards.length, result);
  }

  /** Everybody in it has said no. */
  async #drop(batch: StoredBatch): Promise<void> {
    await this.database.transaction(() =>
      this.repository.moveBatch(batch.id, ['rendering'], { state: 'cancelled' }),
    );
    await this.folder.remove(batch.id);
  }

  /** Null when the batch has been cancelled or handed to a later job. */
  async #wantedBatch(batchId: string, jobId: string): Promise<StoredBatch | null> {
    const batch = await this.repository.findBatch(batchId);
    return batch?.state === 'rendering' && batch.jobId === jobId ? batch : null;
  }

  #template(batch: StoredBatch): OpenTemplate {
    const opened = this.templates.open(batch.template);
    if (opened.template.version === batch.templateVersion) return opened;
    throw new JobRefused('Kortmalen er endret etter at partiet ble laget. Avbryt partiet og lag et nytt.');
  }

  /** Nobody who has said no since the batch was made is ever in a file. */
  async #withdrawBlocked(batch: StoredBatch): Promise<void> {
    const cards = await this.repository.listCards(batch.id);
    const ids = cards.map((card) => card.householdId);
    const blocked = await this.households.stoppedAmong(ids);
    if (blocked.size === 0) return;
    await this.database.transaction(() => this.repository.withdrawHouseholds(batch.id, [...blocked]));
  }

  async #write(
    batch: StoredBatch,
    cards: readonly StoredCard[],
    opened: OpenTemplate,
    context: JobContext,
  ): Promise<PrintResult> {
    const options = {
      ...opened,
      language: batch.language,
      title: `Savner du noen, parti ${batch.number}`,
      createdAt: batch.createdAt,
    };
    const result = await writePrintFile(
      this.folder.draftOf(batch.id, batch.jobId),
      this.#printCards(batch, cards),
      options,
      {
        signal: context.signal,
        progress: (done) => context.progress(done, cards.length),
      },
    );
    const problem = result.refused[0]?.problems[0];
    if (!problem) return result;
    await this.folder.removeDraft(batch.id, batch.jobId);
    throw new JobRefused(
      `Teksten «${problem.where}» får ikke plass på kortet. Kort den ned, og lag partiet på nytt.`,
    );
  }

  *#printCards(batch: StoredBatch, cards: readonly StoredCard[]): Generator<PrintCard> {
    const { facts } = batch;
    const values = new Map(
      facts.municipalities.map((each) => [each.number, campaignValues(facts, each, facts.publicUrl)]),
    );
    for (const card of cards) {
      const campaign = values.get(card.municipality);
      if (!campaign) throw new Error('A card belongs to a municipality that its batch does not know');
      const code = this.codes.codeOf(card.id);
      yield {
        id: card.id,
        municipality: card.municipality,
        values: campaign,
        record: {
          addressLines: card.addressLines,
          qrContent: cardAddress(facts.publicUrl, code),
          values: { name: card.addressLines[0] ?? '', code: groupCode(code) },
        },
      };
    }
  }

  async #publish(batch: StoredBatch, cardCount: number, result: PrintResult): Promise<void> {
    if (!(await this.#wantedBatch(batch.id, batch.jobId))) {
      await this.folder.removeDraft(batch.id, batch.jobId);
      return;
    }
    await this.folder.publish(batch.id, batch.jobId);
    const isReady = await this.database.transaction(() =>
      this.repository.finishRendering(batch, {
        cardCount,
        fileBytes: result.bytes,
        filePages: result.pages,
        fileSha256: result.sha256,
      }),
    );
    if (isReady) return;
    const now = await this.repository.findBatch(batch.id);
    if (now?.state === 'cancelled') await this.folder.remove(batch.id);
  }
}
