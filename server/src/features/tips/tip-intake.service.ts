import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Campaign } from '@savner/contract/campaigns';
import type { Language } from '@savner/contract/common';
import type { TipSource } from '@savner/contract/tips';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors.js';
import { Events } from '../../platform/events.js';
import { newId } from '../../platform/ids.js';
import { type ReadTip, readTip } from './domain/read-tip.js';
import type { RawTip } from './domain/tip-fields.js';
import type { TipProblem } from './domain/tip-problems.js';
import { tipsArrived } from './tip.js';
import { TipRulesService } from './tip-rules.service.js';
import { TipsRepository } from './tips.repository.js';

export interface Arrival {
  readonly campaign: Campaign;
  readonly source: Exclude<TipSource, 'import'>;
  /** Made by the sender: the same words with the same key again are the same tip. */
  readonly key: string;
  readonly raw: RawTip;
  readonly language: Language;
  readonly enteredBy: string | null;
}

export type Judgement =
  | { readonly ok: true; readonly tip: ReadTip }
  | { readonly ok: false; readonly problems: readonly TipProblem[] };

/** Takes in one tip, from the public or from staff: judge, store, tell. */
@Injectable()
export class TipIntake {
  constructor(
    private readonly database: Database,
    private readonly repository: TipsRepository,
    private readonly rules: TipRulesService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  judge({ campaign, raw, language }: Pick<Arrival, 'campaign' | 'raw' | 'language'>): Judgement {
    return readTip(raw, this.rules.rulesFor(campaign, language));
  }

  /**
   * Stores a judged tip, unless the same one was sent with the same key before. Another tip with a used key is stored too: a
   * form that somebody went back to keeps its key. Answers the key it is stored under. @throws AppError campaign_not_open
   */
  async store(tip: ReadTip, { campaign, source, key, enteredBy }: Arrival): Promise<string> {
    if (campaign.state !== 'open') throw notOpen();
    const now = this.clock.now();
    const id = newId();
    const idempotencyKey = keyOf(key, tip);
    await this.database.transaction(async () => {
      const tipIds = await this.repository.insertNew([
        {
          id,
          campaignId: campaign.id,
          idempotencyKey,
          source,
          receivedAt: now,
          storedAt: now,
          enteredBy,
          list: null,
          tip,
        },
      ]);
      if (tipIds.length > 0) await this.events.tell(tipsArrived, { campaignId: campaign.id, tipIds });
    });
    return idempotencyKey;
  }
}

/** The sender's key with a print of what was written, 53 characters. The two ticks alone make no other tip. */
function keyOf(
  key: string,
  { words: { maySayName: _name, mayContact: _contact, ...words } }: ReadTip,
): string {
  const print = createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 16);
  return `${key}.${print}`;
}

export function notOpen(): AppError {
  return new AppError('campaign_not_open', 'Kampanjen tar ikke imot tips nå. Den må være åpen.');
}
