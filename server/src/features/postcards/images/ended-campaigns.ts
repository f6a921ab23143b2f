import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { Events } from '../../../platform/events.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { type CampaignChanged, campaignChanged, CampaignsService } from '../../campaigns/index.js';
import type { StoredBatch } from '../domain/batch.js';
import { removeImagesJob } from '../postcards.jobs.js';
import { PostcardsRepository } from '../postcards.repository.js';
import { CardImagesRepository } from './card-images.repository.js';
import { ImageFolder } from './image-folder.js';
import { type ImageKind, kindOf } from './stored-image.js';

/** A campaign that was ended by mistake can be opened again; the screen promises this many days. */
const daysKeptAfterEnd = 30;

/** Removes the pictures and signatures of campaigns that have ended. */
@Injectable()
export class EndedCampaigns implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly campaigns: CampaignsService,
    private readonly batches: PostcardsRepository,
    private readonly repository: CardImagesRepository,
    private readonly folder: ImageFolder,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(removeImagesJob, ({ campaignId }) => this.#removeImages(campaignId));
    this.events.subscribe(campaignChanged, (change) => this.#follow(change));
  }

  async #follow({ before, after }: CampaignChanged): Promise<void> {
    if (after.state === 'closed' && before.state !== 'closed') await this.#plan(after.id);
  }

  async #plan(campaignId: string): Promise<void> {
    const runAt = new Date(this.clock.now());
    runAt.setUTCDate(runAt.getUTCDate() + daysKeptAfterEnd);
    await this.jobs.enqueue(removeImagesJob, { campaignId }, { campaignId, runAt });
  }

  /** What a batch still needs, which nobody has posted or cancelled, is looked at again another time. */
  async #removeImages(campaignId: string): Promise<void> {
    if ((await this.campaigns.get(campaignId)).state !== 'closed') return;
    const batches = await this.batches.listBatches(campaignId);
    const shown = [
      ...(await this.repository.list(campaignId)).map(({ slot, sha256 }) => ({ sha256, kind: kindOf(slot) })),
      ...batches.flatMap(shownIn),
    ];
    await this.database.transaction(async () => {
      await this.repository.removeAll(campaignId);
      if (batches.some(isOpen)) await this.#plan(campaignId);
    });
    for (const { sha256, kind } of shown) {
      if (!(await this.#isNeeded(sha256))) await this.folder.remove(sha256, kind);
    }
  }

  async #isNeeded(sha256: string): Promise<boolean> {
    if (await this.repository.isChosen(sha256)) return true;
    for (const batch of await this.repository.batchesWith(sha256)) {
      if (isOpen(batch) || (await this.campaigns.get(batch.campaignId)).state !== 'closed') return true;
    }
    return false;
  }
}

function shownIn({ facts }: Pick<StoredBatch, 'facts'>): { sha256: string; kind: ImageKind }[] {
  const { photo = null, signatures = {} } = facts.images ?? {};
  return [
    ...(photo ? [{ sha256: photo.sha256, kind: 'photo' as const }] : []),
    ...Object.values(signatures).map(({ sha256 }) => ({ sha256, kind: 'signature' as const })),
  ];
}

/** Whether its files may have to be made yet. */
function isOpen({ state }: Pick<StoredBatch, 'state'>): boolean {
  return state === 'rendering' || state === 'ready';
}
