import { Inject, Injectable } from '@nestjs/common';
import type { JobProgress } from '@savner/contract/common';
import type { BatchFilter } from '@savner/contract/postcards';
import type { Config } from '../../config/config.js';
import type { Actor } from '../../platform/actor.js';
import type { Calendar } from '../../platform/calendar.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError, notFound } from '../../platform/errors.js';
import { Events } from '../../platform/events.js';
import { newId } from '../../platform/ids.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { CALENDAR, CONFIG } from '../../platform/tokens.js';
import { CardCodes } from './card-codes.js';
import { CardsReader } from './cards-reader.js';
import { type BatchFacts, problemWithPosting, type StoredBatch, type StoredCard } from './domain/batch.js';
import type { BatchPlan } from './domain/batch-plan.js';
import { PlanBatch, type ReadPlan } from './plan-batch.js';
import { cardsPosted } from './postcards.events.js';
import { renderBatchJob } from './postcards.jobs.js';
import { batchMadeMeanwhile, PostcardsRepository } from './postcards.repository.js';
import { PrintFolder } from './print-folder.js';

/** The life of a print batch: made, printed, posted, or dropped. */
@Injectable()
export class BatchesService {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly events: Events,
    private readonly clock: Clock,
    @Inject(CALENDAR) private readonly calendar: Calendar,
    @Inject(CONFIG) private readonly config: Config,
    private readonly repository: PostcardsRepository,
    private readonly planning: PlanBatch,
    private readonly cards: CardsReader,
    private readonly codes: CardCodes,
    private readonly folder: PrintFolder,
  ) {}

  /** @throws AppError nothing_to_print, conflict when somebody took the same households a moment before */
  async create(actor: Pick<Actor, 'name'>, campaignId: string, filter: BatchFilter): Promise<StoredBatch> {
    const read = await this.planning.read(campaignId, filter);
    if (read.plan.cards.length === 0) throw nothingToPrint();
    return this.database.transaction(async () => {
      await this.#refuseTaken(campaignId, read.plan);
      const id = newId();
      const jobId = await this.jobs.enqueue(renderBatchJob, { batchId: id }, { campaignId });
      const number = await this.repository.nextNumber(campaignId);
      const batch = this.#newBatch({ id, jobId, number, createdBy: actor.name }, filter, read);
      await this.repository.insertBatch(batch, this.#newCards(batch, read.plan));
      return batch;
    });
  }

  /** @throws AppError not_found */
  async get(campaignId: string, batchId: string): Promise<StoredBatch> {
    const batch = await this.repository.findBatch(batchId);
    if (!batch || batch.campaignId !== campaignId) throw notFound('Partiet');
    return batch;
  }

  async list(campaignId: string): Promise<StoredBatch[]> {
    return this.repository.listBatches(campaignId);
  }

  /** How far the making of the file has come; null when it was never begun. */
  async progressOf(batch: StoredBatch): Promise<JobProgress | null> {
    return this.jobs.find(batch.jobId);
  }

  /** Frees the households and deletes the file. @throws AppError conflict when the batch is posted */
  async cancel(campaignId: string, batchId: string): Promise<StoredBatch> {
    const batch = await this.get(campaignId, batchId);
    if (batch.state === 'cancelled') return batch;
    await this.database.transaction(async () => {
      const moved = await this.repository.moveBatch(batchId, ['rendering', 'ready'], {
        state: 'cancelled',
        ...noFile,
      });
      if (!moved) throw new AppError('conflict', 'Partiet er postet og kan ikke avbrytes.');
      await this.repository.withdrawCards(batchId);
      await this.jobs.cancel(batch.jobId);
    });
    await this.folder.remove(batchId);
    return this.get(campaignId, batchId);
  }

  /** Makes the file again after a failure: same cards, same codes. @throws AppError conflict when it has not failed */
  async retry(campaignId: string, batchId: string): Promise<StoredBatch> {
    const batch = await this.get(campaignId, batchId);
    const job = await this.jobs.find(batch.jobId);
    const hasStopped = job === null || job.state === 'failed' || job.state === 'cancelled';
    if (batch.state !== 'rendering' || !hasStopped)
      throw new AppError('conflict', 'Partiet har ikke stanset, så det er ingenting å prøve igjen.');
    await this.#renderAgain(batch);
    return this.get(campaignId, batchId);
  }

  /** @throws AppError batch_not_ready, validation_failed for a date that cannot be right, conflict when done already */
  async markPosted(campaignId: string, batchId: string, postedOn: string): Promise<StoredBatch> {
    const batch = await this.get(campaignId, batchId);
    if (batch.state === 'posted' && batch.postedOn === postedOn) return batch;
    const made = {
      on: this.calendar.toLocal(batch.createdAt).date,
      today: this.calendar.toLocal(this.clock.now()).date,
    };
    const message = problemWithPosting(postedOn, made);
    if (message) {
      throw new AppError('validation_failed', message, [{ path: 'postedOn', code: 'posted_on', message }]);
    }
    await this.database.transaction(async () => {
      const moved = await this.repository.moveBatch(batchId, ['ready'], { state: 'posted', postedOn });
      if (!moved) throw notReady(batch);
      const householdIds = (await this.repository.listCards(batchId)).map((card) => card.householdId);
      await this.repository.markPosted(batchId, postedOn);
      await this.events.tell(cardsPosted, { campaignId, householdIds, postedOn });
    });
    return this.get(campaignId, batchId);
  }

  /** The finished print file. @throws AppError batch_not_ready */
  async printFile(
    campaignId: string,
    batchId: string,
  ): Promise<{ readonly batch: StoredBatch; readonly path: string }> {
    const batch = await this.get(campaignId, batchId);
    if (batch.fileSha256 === null) throw notReady(batch);
    return { batch, path: this.folder.pathOf(batchId) };
  }

  /** The cards of a batch in the order of the file. */
  async manifest(campaignId: string, batchId: string): Promise<{ batch: StoredBatch; cards: StoredCard[] }> {
    const batch = await this.get(campaignId, batchId);
    return { batch, cards: await this.repository.listCards(batchId) };
  }

  /** Those of the households that have a card in a batch not posted yet. */
  async openAmong(householdIds: readonly string[]): Promise<string[]> {
    return this.repository.openAmong(householdIds);
  }

  /** The household may get no card any more: its batches that are not posted are made again without it. */
  async takeOut(householdId: string): Promise<void> {
    for (const batchId of await this.repository.openBatchesOf(householdId)) {
      const batch = await this.repository.findBatch(batchId);
      if (!batch) continue;
      await this.database.transaction(async () => {
        // Posted in the meantime: the card is in the post, and the file stays as it was printed.
        if (!(await this.#reopen(batchId))) return;
        await this.repository.withdrawHouseholds(batchId, [householdId]);
        await this.jobs.cancel(batch.jobId);
        await this.#renderAgain(batch);
      });
    }
  }

  /** Takes the batch back from the print house; false when it has been posted or cancelled. */
  async #reopen(batchId: string): Promise<boolean> {
    return this.repository.moveBatch(batchId, ['rendering', 'ready'], { state: 'rendering', ...noFile });
  }

  async #renderAgain(batch: StoredBatch): Promise<void> {
    await this.database.transaction(async () => {
      const jobId = await this.jobs.enqueue(
        renderBatchJob,
        { batchId: batch.id },
        { campaignId: batch.campaignId },
      );
      await this.repository.moveBatch(batch.id, ['rendering', 'ready'], {
        state: 'rendering',
        jobId,
        ...noFile,
      });
    });
  }

  async #refuseTaken(campaignId: string, plan: BatchPlan): Promise<void> {
    const states = await this.cards.statesIn(campaignId);
    if (!plan.cards.some((card) => states.has(card.householdId))) return;
    throw batchMadeMeanwhile();
  }

  #newBatch(
    made: {
      readonly id: string;
      readonly jobId: string;
      readonly number: number;
      readonly createdBy: string;
    },
    filter: BatchFilter,
    { campaign, opened, plan }: ReadPlan,
  ): StoredBatch {
    const facts: BatchFacts = {
      region: campaign.region,
      contact: campaign.contact,
      publicUrl: this.config.publicUrl,
      municipalities: campaign.municipalities.map(({ number, name, mayorName, callingFrom }) => ({
        number,
        name,
        mayorName,
        callingFrom,
      })),
    };
    return {
      ...made,
      ...noFile,
      campaignId: campaign.id,
      state: 'rendering',
      template: opened.template.name,
      templateVersion: opened.template.version,
      language: filter.language,
      municipalities: [...new Set(plan.cards.map((card) => card.municipality))].sort(),
      cardCount: plan.cards.length,
      leftOutCount: plan.leftOut.length,
      createdAt: this.clock.now(),
      facts,
      postedOn: null,
    };
  }

  #newCards(batch: StoredBatch, plan: BatchPlan): StoredCard[] {
    return plan.cards.map((card, index) => {
      const id = newId();
      return {
        id,
        batchId: batch.id,
        campaignId: batch.campaignId,
        householdId: card.householdId,
        municipality: card.municipality,
        position: index + 1,
        state: 'in_batch',
        codeHash: this.codes.hashOf(this.codes.codeOf(id)),
        addressLines: [...card.block.lines],
        postcode: card.block.postcode,
        postedOn: null,
      };
    });
  }
}

const noFile = { fileBytes: null, filePages: null, fileSha256: null };

function nothingToPrint(): AppError {
  return new AppError('nothing_to_print', 'Ingen husstander er klare for kort med dette utvalget.');
}

function notReady(batch: StoredBatch): AppError {
  switch (batch.state) {
    case 'rendering':
      return new AppError('batch_not_ready', 'Trykkfilen er ikke ferdig ennå.');
    case 'cancelled':
      return new AppError('batch_not_ready', 'Partiet er avbrutt.');
    case 'ready':
    case 'posted':
      return new AppError('conflict', 'Partiet er allerede merket som postet.');
  }
}
