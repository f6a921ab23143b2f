import { Inject, Injectable } from '@nestjs/common';
import type { Campaign } from '@savner/contract/campaigns';
import type { Language } from '@savner/contract/common';
import type { Calendar } from '../../platform/calendar.js';
import { Clock } from '../../platform/clock.js';
import { parsePhone } from '../../platform/phone-numbers.js';
import { CALENDAR } from '../../platform/tokens.js';
import { knownMunicipalities } from '../campaigns/index.js';
import type { ListRules } from './list/tip-list.js';
import { isNationalId } from '../../platform/national-id.js';

/** Gives the pure tip rules what they may not fetch themselves: the time, the municipalities and the number registers. */
@Injectable()
export class TipRulesService {
  constructor(
    private readonly clock: Clock,
    @Inject(CALENDAR) private readonly calendar: Calendar,
  ) {}

  rulesFor(campaign: Pick<Campaign, 'municipalities'>, language: Language): ListRules {
    return tipRules(this.clock.now(), this.calendar, campaign.municipalities, language);
  }
}

/** The rules at a moment, for those who read tips without a running application. */
export function tipRules(
  now: Date,
  calendar: Calendar,
  participating: Campaign['municipalities'] | typeof knownMunicipalities,
  language: Language,
): ListRules {
  return {
    now,
    calendar,
    thisYear: Number(calendar.toLocal(now).date.slice(0, 4)),
    municipalities: { participating, register: knownMunicipalities },
    parsePhone,
    isNationalId,
    language,
  };
}
