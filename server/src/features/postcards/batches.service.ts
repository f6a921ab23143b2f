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
import { problemWithPosting, type StoredBatch, type StoredCard } from './domain/batch.js';
import type { BatchPlan } from './domain/batch-plan.js';
import type { StoredFile } from './domain/print-files.js';
import { newBatch, newCards } from './new-batch.js';
import { PlanBatch } from './plan-batch.js';
import { cardsPosted } from './postcards.events.js';
import { removeFilesJob, renderBatchJob } from './postcards.jobs.js';
import { batchMadeMeanwhile, PostcardsRepository } from './postcards.repository.js';
import { PrintFolder } from './print-folder.js';

/** What is kept beside a batch, and shown with it. */
export interface ShownOfBatch {
  readonly files: readonly StoredFile[];
  readonly erased: number;
  readonly returned: number;
}

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
      const made = { id, jobId, number, createdBy: actor.name, createdAt: this.clock.now() };
      const batch = newBatch(made, filter, read, this.config.publicUrl);
      await this.repository.insertBatch(batch, newCards(batch, read.plan, this.codes));
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
      const moved = await this.repository.moveBatch(batchId, ['rendering', 'ready'], { state: 'cancelled' });
      if (!moved) throw new AppError('conflict', 'Partiet er postet og kan ikke avbrytes.');
      await this.repository.forgetFiles(batchId);
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

  /**
   * Makes the files of a printed batch again, without those who have been erased or whose card came back.
   * @throws AppError batch_not_ready, conflict when they are being made already or nobody is left
   */
  async reprint(campaignId: string, batchId: string): Promise<StoredBatch> {
    const batch = await this.get(campaignId, batchId);
    if (batch.state === 'rendering' || batch.state === 'cancelled') throw notReady(batch);
    const job = await this.jobs.find(batch.jobId);
    if (job?.state === 'waiting' || job?.state === 'running')
      throw new AppError('conflict', 'Filene blir laget på nytt allerede.');
    if ((await this.repository.listCards(batchId)).length === 0)
      throw new AppError('conflict', 'Ingen av kortene kan trykkes på nytt.');
    await this.database.transaction(async () => {
      if (batch.state === 'ready' ? await this.#reopen(batchId) : await this.#deleteFiles(batch))
        await this.#renderAgain(batch);
    });
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

  /** A finished print file. @param number from 1 @throws AppError batch_not_ready, not_found */
  async printFile(
    campaignId: string,
    batchId: string,
    number: number,
  ): Promise<{ readonly name: string; readonly path: string }> {
    const { batch, files } = await this.filesOf(campaignId, batchId);
    const file = files.find((each) => each.number === number);
    if (!file) throw notFound('Trykkfilen');
    return { name: nameOfFile(batch, file, files.length), path: this.folder.pathOf(batchId, number) };
  }

  /** @throws AppError batch_not_ready when there are none */
  async filesOf(campaignId: string, batchId: string): Promise<{ batch: StoredBatch; files: StoredFile[] }> {
    const batch = await this.get(campaignId, batchId);
    const files = await this.repository.filesOf([batchId]);
    if (files.length === 0) throw notReady(batch);
    return { batch, files };
  }

  /** The cards of a batch in the order of the files; those that came back or were erased too. */
  async manifest(campaignId: string, batchId: string): Promise<{ batch: StoredBatch; cards: StoredCard[] }> {
    const batch = await this.get(campaignId, batchId);
    return { batch, cards: await this.repository.manifest(batchId) };
  }

  /** What a list of batches shows of each besides. */
  async shownOf(batches: readonly StoredBatch[]): Promise<(batch: StoredBatch) => ShownOfBatch> {
    const ids = batches.map(({ id }) => id);
    const files = await this.repository.filesOf(ids);
    const counts = await this.repository.countCards(ids);
    return ({ id }) => {
      const count = (state: StoredCard['state']) =>
        counts.find((each) => each.batchId === id && each.state === state)?.count ?? 0;
      return {
        files: files.filter(({ batchId }) => batchId === id),
        erased: count('erased'),
        returned: count('returned'),
      };
    };
  }

  /**
   * The people are no more: nothing of them stays on a card's row or in a file. Batches not posted yet are made again
   * without them, the files of posted ones deleted.
   */
  async eraseHouseholds(householdIds: readonly string[]): Promise<void> {
    await this.database.transaction(async () => {
      for (const batchId of await this.repository.eraseCards(householdIds)) {
        const batch = await this.repository.findBatch(batchId);
        if (batch?.state === 'posted') await this.#deleteFiles(batch);
        else if (batch && batch.state !== 'cancelled') await this.#makeAgain(batch);
      }
    });
  }

  /** Those of the households that have had a card made; and those who have one in a batch not posted yet. */
  async cardedAmong(householdIds: readonly string[]): Promise<{ all: string[]; open: string[] }> {
    const cards = await this.repository.cardsOf(householdIds);
    const idsOf = (some: readonly StoredCard[]) => [...new Set(some.map((card) => card.householdId))];
    return { all: idsOf(cards), open: idsOf(cards.filter(({ state }) => state === 'in_batch')) };
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

  async #makeAgain(batch: StoredBatch): Promise<void> {
    if (!(await this.#reopen(batch.id))) return;
    await this.jobs.cancel(batch.jobId);
    await this.#renderAgain(batch);
  }

  /** Takes the batch back from the print house; false when it has been posted or cancelled. */
  async #reopen(batchId: string): Promise<boolean> {
    const isOpen = await this.repository.moveBatch(batchId, ['rendering', 'ready'], { state: 'rendering' });
    if (isOpen) await this.repository.forgetFiles(batchId);
    return isOpen;
  }

  /** Of a posted batch; false when it is not posted. */
  async #deleteFiles(batch: StoredBatch): Promise<boolean> {
    const { id, jobId } = batch;
    const deleted = { filesDeletedAt: this.clock.now(), jobId: newId() };
    if (!(await this.repository.moveBatch(id, ['posted'], deleted))) return false;
    await this.jobs.cancel(jobId);
    await this.repository.forgetFiles(id);
    await this.#removeFiles(batch);
    return true;
  }

  /** As a job: the files go even if the process ends this moment. */
  async #removeFiles({ id, campaignId }: StoredBatch): Promise<void> {
    await this.jobs.enqueue(removeFilesJob, { batchId: id }, { campaignId });
  }

  async #renderAgain(batch: StoredBatch): Promise<void> {
    await this.database.transaction(async () => {
      const jobId = await this.jobs.enqueue(
        renderBatchJob,
        { batchId: batch.id },
        { campaignId: batch.campaignId },
      );
      await this.repository.moveBatch(batch.id, ['rendering', 'posted'], { jobId });
    });
  }

  async #refuseTaken(campaignId: string, plan: BatchPlan): Promise<void> {
    const states = await this.cards.statesIn(campaignId);
    if (!plan.cards.some((card) => states.has(card.householdId))) return;
    throw batchMadeMeanwhile();
  }
}

/** «kort-parti-3.pdf», «kort-parti-3-fil-2-tynset.pdf» */
export function nameOfFile(
  { number, facts }: StoredBatch,
  file: Pick<StoredFile, 'number' | 'municipality'>,
  files: number,
): string {
  const place = facts.municipalities.find((each) => each.number === file.municipality)?.name;
  const part = files > 1 ? `-fil-${file.number}` : '';
  return `kort-parti-${number}${part}${place ? `-${place.toLowerCase()}` : ''}.pdf`;
}

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
      return new AppError('batch_not_ready', 'Trykkfilene mangler. Lag dem på nytt.');
    case 'posted':
      return batch.filesDeletedAt === null
        ? new AppError('conflict', 'Partiet er allerede merket som postet.')
        : new AppError(
            'batch_not_ready',
            'Filene er slettet, siden noen på dem er slettet. Lag dem på nytt.',
          );
  }
}
