import { Inject, Injectable } from '@nestjs/common';
import type { Calendar } from '../../platform/calendar.js';
import { Clock } from '../../platform/clock.js';
import { CALENDAR } from '../../platform/tokens.js';
import { isContacted } from './domain/follow-up-status.js';
import { FollowUpsRepository } from './follow-ups.repository.js';

export interface HostingCounts {
  readonly hostContact: number;
  readonly moved: number;
}

/** What other rooms may know of the follow-ups: numbers, never people. */
@Injectable()
export class HostingReader {
  constructor(
    private readonly repository: FollowUpsRepository,
    private readonly clock: Clock,
    @Inject(CALENDAR) private readonly calendar: Calendar,
  ) {}

  /** By municipality number; municipalities without follow-ups are left out. */
  async countsPerMunicipality(campaignId: string): Promise<ReadonlyMap<string, HostingCounts>> {
    const counts = new Map<string, HostingCounts>();
    for (const { municipality, status } of await this.repository.list(campaignId, undefined, 'all')) {
      const before = counts.get(municipality) ?? { hostContact: 0, moved: 0 };
      counts.set(municipality, {
        hostContact: before.hostContact + (isContacted(status) ? 1 : 0),
        moved: before.moved + (status === 'moved' ? 1 : 0),
      });
    }
    return counts;
  }

  async overdue(campaignId: string): Promise<number> {
    return this.repository.countOverdue(campaignId, this.calendar.toLocal(this.clock.now()).date);
  }
}
