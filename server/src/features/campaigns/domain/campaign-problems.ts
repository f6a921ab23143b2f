import type { StoredCampaign } from './campaign.js';
import { isKnownMunicipality } from './municipalities.js';

export interface CampaignProblem {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** What is wrong with a campaign as a whole; each field by itself has been checked at the door. */
export function campaignProblems(
  campaign: Pick<StoredCampaign, 'startsOn' | 'endsOn' | 'municipalities' | 'settings'>,
): CampaignProblem[] {
  const { startsOn, endsOn, municipalities, settings } = campaign;
  const problems: CampaignProblem[] = [];
  const found = (path: string, code: string, message: string) => problems.push({ path, code, message });
  if (startsOn > endsOn) found('endsOn', 'campaign.backwards', 'Siste dag må være etter første dag.');
  municipalities.forEach(({ number }, index) => {
    const path = `municipalities.${index}.number`;
    if (!isKnownMunicipality(number))
      found(path, 'municipality.unknown', `Vi kjenner ingen kommune med nummer ${number}.`);
    if (municipalities.findIndex((other) => other.number === number) !== index)
      found(path, 'municipality.twice', `Kommune ${number} står to ganger. Ta bort den ene.`);
  });
  for (const name of ['weekdayCallHours', 'saturdayCallHours'] as const) {
    const [from, to] = settings[name];
    if (from >= to)
      found(`settings.${name}`, 'hours.backwards', 'Ringetiden må slutte etter at den begynner.');
  }
  if (settings.pinnedLeaseMinutes < settings.leaseMinutes)
    found(
      'settings.pinnedLeaseMinutes',
      'lease.pinned_shorter',
      'Tiden etter at nummeret er ringt, kan ikke være kortere enn tiden før.',
    );
  return problems;
}
