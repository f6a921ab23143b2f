import { Injectable, Module } from '@nestjs/common';
import { TipsReader, type TipRecord } from './tip.js';

/** Holds tips in memory until the tips' own tables are here. */
@Injectable()
export class TipsInMemory extends TipsReader {
  readonly held = new Map<string, TipRecord>();

  override async byIds(tipIds: readonly string[]): Promise<TipRecord[]> {
    const found = tipIds.flatMap((id) => this.held.get(id) ?? []);
    return found.sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime());
  }

  override async *ofCampaign(campaignId: string): AsyncIterable<TipRecord> {
    for (const tip of this.held.values()) if (tip.campaignId === campaignId) yield tip;
  }

  override async countsPerMunicipality(campaignId: string): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for await (const { municipality } of this.ofCampaign(campaignId)) {
      counts.set(municipality, (counts.get(municipality) ?? 0) + 1);
    }
    return counts;
  }
}

@Module({
  providers: [TipsInMemory, { provide: TipsReader, useExisting: TipsInMemory }],
  exports: [TipsReader, TipsInMemory],
})
export class TipsModule {}
