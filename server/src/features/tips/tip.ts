import type { TipSource } from '@savner/contract/tips';
import { eventKind } from '../../platform/events.js';

/** What is known from one tip, as other features may use it; texts are null when nothing was written. */
export interface TipRecord {
  readonly id: string;
  readonly campaignId: string;
  /** Four-digit number of the municipality that misses the person. */
  readonly municipality: string;
  readonly receivedAt: Date;
  readonly source: TipSource;
  readonly firstNames: string | null;
  readonly lastName: string | null;
  readonly formerName: string | null;
  readonly nickname: string | null;
  readonly birthYear: number | null;
  /** E.164 */
  readonly phone: string | null;
  readonly email: string | null;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly place: string | null;
  readonly country: string | null;
  readonly relation: string | null;
  readonly greeting: string | null;
  readonly othersInHousehold: string | null;
  readonly tipperName: string | null;
  /** E.164 */
  readonly tipperPhone: string | null;
  readonly tipperEmail: string | null;
  readonly maySayName: boolean;
  readonly mayContact: boolean;
  /** Only the coordinator may see it. */
  readonly isShielded: boolean;
}

/** What other features may ask the tips for. */
export abstract class TipsReader {
  /** In the order they were received; ids that are not there are left out. */
  abstract byIds(tipIds: readonly string[]): Promise<TipRecord[]>;

  /** Every tip of a campaign, oldest first, fetched a page at a time. */
  abstract ofCampaign(campaignId: string): AsyncIterable<TipRecord>;

  /** In the open transaction: whether only the coordinator may see these tips from now on. */
  abstract shield(tipIds: readonly string[], isShielded: boolean): Promise<void>;

  /** Tips received per municipality number; municipalities without tips are left out. */
  abstract countsPerMunicipality(campaignId: string): Promise<ReadonlyMap<string, number>>;
}

/** Told in the transaction that stores them; `tipIds` in the order received. Repeated tips are not told again. */
export const tipsArrived = eventKind<{ readonly campaignId: string; readonly tipIds: readonly string[] }>(
  'tips.arrived',
);
