import { Injectable } from '@nestjs/common';
import type { Today } from '@savner/contract/insight';
import { Clock } from '../../platform/clock.js';
import { CallsReader } from '../calls/index.js';
import { HostingReader } from '../hosting/index.js';
import { HouseholdsReader } from '../people/index.js';
import { BatchesService, CardsReader } from '../postcards/index.js';

const informWarningDays = 7;

/** What waits for the coordinator. */
@Injectable()
export class TodayService {
  constructor(
    private readonly households: HouseholdsReader,
    private readonly cards: CardsReader,
    private readonly batches: BatchesService,
    private readonly calls: CallsReader,
    private readonly hosting: HostingReader,
    private readonly clock: Clock,
  ) {}

  async today(campaignId: string): Promise<Today> {
    const limit = new Date(this.clock.now().getTime() + informWarningDays * 86_400_000);
    const due = await this.households.informBefore(campaignId, limit);
    const cards = await this.cards.statesIn(campaignId);
    const batches = await this.batches.list(campaignId);
    const calls = [...(await this.calls.countsPerMunicipality(campaignId)).values()];
    const ready = await this.households.readyForCard(campaignId);
    const informed = await this.calls.informed(campaignId);
    return {
      ...(await this.households.waiting(campaignId)),
      readyForCard: ready.filter(({ id }) => !cards.has(id)).length,
      informBySoon: due.filter((id) => !informed.has(id) && cards.get(id)?.state !== 'posted').length,
      batchesToPost: batches.filter(({ state }) => state === 'ready').length,
      needsCoordinator: calls.reduce((sum, { needsCoordinator }) => sum + needsCoordinator, 0),
      overdueFollowUps: await this.hosting.overdue(campaignId),
    };
  }
}
