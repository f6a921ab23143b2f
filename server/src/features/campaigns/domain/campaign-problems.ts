import { holdsNationalId, type IsNationalId } from '@savner/contract/rules/national-id-text';
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
  isNationalId: IsNationalId,
): CampaignProblem[] {
  const { startsOn, endsOn, municipalities, settings } = campaign;
  const problems: CampaignProblem[] = [];
  const found = (path: string, code: string, message: string) => problems.push({ path, code, message });
  if (startsOn > endsOn) found('endsOn', 'campaign.backwards', 'Siste dag må være etter første dag.');
  municipalities.forEach(({ number, ownWords }, index) => {
    const path = `municipalities.${index}.number`;
    if (!isKnownMunicipality(number))
      found(path, 'municipality.unknown', `Vi kjenner ingen kommune med nummer ${number}.`);
    if (municipalities.findIndex((other) => other.number === number) !== index)
      found(path, 'municipality.twice', `Kommune ${number} står to ganger. Ta bort den ene.`);
    for (const language of ['nb', 'nn'] as const) {
      const problem = problemWithOwnWords(ownWords?.[language] ?? '', isNationalId);
      if (problem) found(`municipalities.${index}.ownWords.${language}`, problem.code, problem.message);
    }
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

/** What a municipality may not say on a card that anybody on its way can read; null when nothing is wrong. */
export function problemWithOwnWords(
  words: string,
  isNationalId: IsNationalId,
): Omit<CampaignProblem, 'path'> | null {
  if (!holdsNationalId(words, isNationalId)) return null;
  return {
    code: 'text.national_id',
    message: 'Her står et fødselsnummer. Ta det bort; det skal ikke på kortet.',
  };
}
