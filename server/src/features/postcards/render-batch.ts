import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type JobContext, JobRefused } from '../../platform/jobs/job.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { BatchCards } from './batch-cards.js';
import { CardTemplates, type OpenTemplate } from './card-templates.js';
import type { StoredBatch, StoredCard } from './domain/batch.js';
import { type PlannedFile, planFiles, type StoredFile } from './domain/print-files.js';
import { CardHouseholds } from './households.js';
import { CardImagesService } from './images/card-images.service.js';
import { picturedVersion } from './pictured-version.js';
import { removeFilesJob, renderBatchJob } from './postcards.jobs.js';
import { PostcardsRepository } from './postcards.repository.js';
import { PrintFolder } from './print-folder.js';
import type { CardSource, PrintOptions, PrintResult, RefusedCard } from './rendering/print-file.js';
import { print } from './rendering/print-in-thread.js';

interface Made {
  readonly files: readonly StoredFile[];
  readonly refused: readonly RefusedCard[];
}

type Told = Pick<JobContext, 'signal'> & { readonly progress: (done: number) => Promise<void> };

/** The job that makes a batch's print files. */
@Injectable()
export class RenderBatch implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly repository: PostcardsRepository,
    private readonly households: CardHouseholds,
    private readonly templates: CardTemplates,
    private readonly cards: BatchCards,
    private readonly images: CardImagesService,
    private readonly folder: PrintFolder,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(renderBatchJob, ({ batchId }, context) => this.#render(batchId, context));
    this.jobs.handle(removeFilesJob, ({ batchId }) => this.#removeFiles(batchId));
  }

  async #render(batchId: string, context: JobContext): Promise<void> {
    const batch = await this.#wantedBatch(batchId, context.jobId);
    if (!batch) return;
    const opened = this.#template(batch);
    await this.#refuseLostImages(batch);
    const cards = await this.#withoutStopped(batch);
    await this.folder.prepare(batchId);
    if (cards.length === 0) return this.#drop(batch);
    const made = await this.#writeAll(batch, cards, opened, context);
    await this.#publish(batch, cards, made);
  }

  /** Unless they have been made again meanwhile. */
  async #removeFiles(batchId: string): Promise<void> {
    if ((await this.repository.filesOf([batchId])).length === 0) await this.folder.remove(batchId);
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
    const isWanted =
      batch?.state === 'rendering' || (batch?.state === 'posted' && batch.filesDeletedAt !== null);
    return batch && isWanted && batch.jobId === jobId ? batch : null;
  }

  #template(batch: StoredBatch): OpenTemplate {
    const opened = this.templates.open(batch.template);
    const version = picturedVersion(opened.template.version, batch.facts.images);
    if (version === batch.templateVersion) return opened;
    throw new JobRefused(
      batch.state === 'posted'
        ? 'Kortmalen er endret etter at kortene ble trykt, så filene kan ikke lages likt på nytt.'
        : 'Kortmalen er endret etter at partiet ble laget. Avbryt partiet og lag et nytt.',
    );
  }

  async #refuseLostImages({ facts }: StoredBatch): Promise<void> {
    if (await this.images.areKept(facts.images)) return;
    throw new JobRefused(
      'Et bilde partiet skal ha, er borte fra disken. Legg det inn på nytt på siden «Kampanje», og prøv igjen.',
    );
  }

  /** Nobody who has said no, died or been stopped since the batch was made is ever in a file, printed before or not. */
  async #withoutStopped(batch: StoredBatch): Promise<StoredCard[]> {
    const cards = await this.repository.listCards(batch.id);
    const stopped = await this.households.stoppedAmong(cards.map((card) => card.householdId));
    if (stopped.size > 0)
      await this.database.transaction(() => this.repository.withdrawHouseholds(batch.id, [...stopped]));
    return cards.filter((card) => !stopped.has(card.householdId));
  }

  async #writeAll(
    batch: StoredBatch,
    cards: readonly StoredCard[],
    opened: OpenTemplate,
    context: JobContext,
  ): Promise<Made> {
    const files: StoredFile[] = [];
    const refused: RefusedCard[] = [];
    let begun = 0;
    for (const planned of planFiles(cards, batch)) {
      const before = begun;
      const progress = (done: number) => context.progress(before + done, cards.length);
      const result = await this.#write(batch, planned, opened, { signal: context.signal, progress });
      files.push(storedFile(batch, planned, result));
      refused.push(...result.refused);
      begun += planned.cards.length;
    }
    if (refused.length < cards.length) return { files, refused };
    await this.folder.removeDrafts(batch.id, batch.jobId);
    throw new JobRefused(
      `Teksten «${refused[0]?.problems[0]?.where ?? ''}» får ikke plass på kortet. Kort den ned, og lag partiet på nytt.`,
    );
  }

  async #write(
    batch: StoredBatch,
    { number, cards }: PlannedFile<StoredCard>,
    { template, fontsFolder, profile }: OpenTemplate,
    told: Told,
  ): Promise<PrintResult> {
    const { language, createdAt, sheet, flip } = batch;
    const options: PrintOptions = {
      template,
      fontsFolder,
      profile,
      language,
      title: `Savner du noen, parti ${batch.number}, fil ${number}`,
      createdAt,
      standard: 'pdfx-4',
      imposition: sheet === 'single' ? null : { paper: sheet, flip },
      marks: batch.marks ? 'marks' : 'no-marks',
    };
    const read = this.cards.readerOf(batch);
    const source: CardSource = {
      count: cards.length,
      read: (indices) => Promise.resolve(indices.flatMap((index) => cards[index] ?? []).map(read)),
    };
    return print(this.folder.draftOf(batch.id, number, batch.jobId), source, options, told);
  }

  /** A card that cannot be set goes out of the batch; its household is left out, and may be in another. */
  async #publish(batch: StoredBatch, cards: readonly StoredCard[], { files, refused }: Made): Promise<void> {
    if (!(await this.#wantedBatch(batch.id, batch.jobId))) {
      await this.folder.removeDrafts(batch.id, batch.jobId);
      return;
    }
    await this.folder.publish(batch.id, batch.jobId, files.length);
    const out = new Set(refused.map(({ id }) => id));
    const left = cards.filter(({ id }) => out.has(id)).map((card) => card.householdId);
    const isReady = await this.database.transaction(async () => {
      const leftOutCount = batch.leftOutCount + left.length;
      const printed = { cardCount: cards.length - left.length, leftOutCount };
      const isWaiting = await this.repository.finishRendering(batch, printed, files);
      if (isWaiting) await this.repository.withdrawHouseholds(batch.id, left);
      return isWaiting;
    });
    if (isReady) return;
    const now = await this.repository.findBatch(batch.id);
    const isMadeByAnother =
      now?.state === 'rendering' || (await this.repository.filesOf([batch.id])).length > 0;
    if (!isMadeByAnother) await this.folder.remove(batch.id);
  }
}

function storedFile(
  { id }: StoredBatch,
  { number, municipality, cards }: PlannedFile<StoredCard>,
  { bytes, pages, sha256, refused }: PrintResult,
): StoredFile {
  const firstCard = cards[0]?.position ?? 1;
  return {
    batchId: id,
    number,
    municipality,
    firstCard,
    cards: cards.length - refused.length,
    bytes,
    pages,
    sha256,
  };
}
