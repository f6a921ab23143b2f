import { Inject, Injectable } from '@nestjs/common';
import type { Calendar } from '../../platform/calendar.js';
import { Clock } from '../../platform/clock.js';
import { CALENDAR } from '../../platform/tokens.js';
import { isContacted, isOverdue } from './domain/follow-up-status.js';
import { FollowUpsReading } from './follow-ups-reading.js';

export interface HostingCounts {
  readonly hostContact: number;
  readonly moved: number;
}

/** What other rooms may know of the follow-ups: numbers, never people. */
@Injectable()
export class HostingReader {
  constructor(
    private readonly reading: FollowUpsReading,
    private readonly clock: Clock,
    @Inject(CALENDAR) private readonly calendar: Calendar,
  ) {}

  /** By municipality number; municipalities without follow-ups are left out. */
  async countsPerMunicipality(campaignId: string): Promise<ReadonlyMap<string, HostingCounts>> {
    const counts = new Map<string, HostingCounts>();
    for (const { household, work } of await this.reading.ofCampaign(campaignId)) {
      const before = counts.get(household.municipality) ?? { hostContact: 0, moved: 0 };
      counts.set(household.municipality, {
        hostContact: before.hostContact + (isContacted(work.status) ? 1 : 0),
        moved: before.moved + (work.status === 'moved' ? 1 : 0),
      });
    }
    return counts;
  }

  async overdue(campaignId: string): Promise<number> {
    const today = this.calendar.toLocal(this.clock.now()).date;
    const all = await this.reading.ofCampaign(campaignId);
    return all.filter(({ work }) => isOverdue(work, today)).length;
  }
}
