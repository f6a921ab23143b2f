import { Inject, Injectable } from '@nestjs/common';
import type { Campaign } from '@savner/contract/campaigns';
import { Clock } from '../../platform/clock.js';
import { AppError, forbidden } from '../../platform/errors.js';
import type { Actor } from '../../platform/actor.js';
import { Secrets } from '../../platform/secrets.js';
import { CALENDAR } from '../../platform/tokens.js';
import { CampaignsService } from '../campaigns/index.js';
import { callsFor } from './calls.policy.js';
import type { Calendar } from './domain/call-calendar.js';
import { callHoursAt, isAgreeable } from './domain/call-hours.js';

/** Everything around a call that is the same for a whole team at one moment. */
export interface CallRoom {
  readonly campaign: Campaign;
  readonly now: Date;
  readonly calendar: Calendar;
  readonly hours: { readonly isOpen: boolean; readonly opensAt: Date | null; readonly closesAt: Date | null };
  /** What «Neste» may hand out now. */
  readonly handOut: 'open' | 'agreed_only' | 'closed';
}

@Injectable()
export class CallRooms {
  constructor(
    private readonly campaigns: CampaignsService,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    @Inject(CALENDAR) private readonly calendar: Calendar,
  ) {}

  /** @throws AppError not_found */
  async enter(campaignId: string): Promise<CallRoom> {
    const campaign = await this.campaigns.get(campaignId);
    const now = this.clock.now();
    const hours = callHoursAt(now, this.calendar, campaign.settings);
    const agreed = isAgreeable(now, this.calendar) ? 'agreed_only' : 'closed';
    return { campaign, now, calendar: this.calendar, hours, handOut: hours.isOpen ? 'open' : agreed };
  }

  /** For taking a household in the hand. @throws AppError not_found, campaign_not_open */
  async enterOpen(campaignId: string): Promise<CallRoom> {
    const room = await this.enter(campaignId);
    if (room.campaign.state !== 'open')
      throw new AppError('campaign_not_open', 'Kampanjen er ikke åpen for ringing.');
    return room;
  }

  now(): Date {
    return this.clock.now();
  }

  /** The first moment of the local day. */
  startOfDay(now: Date): Date {
    return this.calendar.atLocal(this.calendar.toLocal(now).date, 0);
  }

  /** What is compared with the ties of a household to keep callers off those they stand close to. */
  tieKeys(person: { readonly name: string | null; readonly email: string | null }): string[] {
    const known = [
      person.name === null
        ? ''
        : `name:${person.name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()}`,
      person.email === null ? '' : `email:${person.email.toLowerCase().trim()}`,
    ];
    return known.filter((text) => /:./.test(text)).map((text) => this.secrets.keyedHash('calls.tie', text));
  }
}

/** @throws AppError forbidden for those who do not call */
export function municipalityToCall(actor: Actor): string {
  const municipality = callsFor(actor);
  if (municipality === null) throw forbidden();
  return municipality;
}
