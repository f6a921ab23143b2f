import { Injectable } from '@nestjs/common';
import type { TipRecord } from './tip.js';
import { TipsReader } from './tip.js';
import { toTipRecord } from './tip-record.js';
import type { StoredTip } from './domain/stored-tip.js';
import { TipsRepository } from './tips.repository.js';

/** The reader other features are given. */
@Injectable()
export class StoredTips extends TipsReader {
  constructor(private readonly repository: TipsRepository) {
    super();
  }

  override async byIds(tipIds: readonly string[]): Promise<TipRecord[]> {
    return (await this.repository.byIds(tipIds)).map(toTipRecord);
  }

  override async *ofCampaign(campaignId: string): AsyncGenerator<TipRecord> {
    let last: StoredTip | null = null;
    for (;;) {
      const page: StoredTip[] = await this.repository.after(campaignId, last);
      yield* page.map(toTipRecord);
      last = page.at(-1) ?? null;
      if (last === null) return;
    }
  }

  override async shield(tipIds: readonly string[], isShielded: boolean): Promise<void> {
    await this.repository.shield(tipIds, isShielded);
  }

  override async countsPerMunicipality(campaignId: string): Promise<ReadonlyMap<string, number>> {
    return this.repository.countsPerMunicipality(campaignId);
  }
}
