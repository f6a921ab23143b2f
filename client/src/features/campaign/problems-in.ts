import type { Say } from '../../lib/texts/texts.js';
import type { FormProblem } from '../../ui/form-problems.js';
import { chosenIn, readNumber, type CampaignDraft } from './campaign-draft.js';
import { numberSettings, settingGroups, type NumberSetting } from './setting-fields.js';
import type { campaignTexts } from './texts.js';

/** Everything that must be mended before the draft can be sent, in the order of the form. */
export function problemsIn(draft: CampaignDraft, say: Say<typeof campaignTexts.nb>): FormProblem[] {
  const problems: FormProblem[] = [];
  const add = (field: string, message: string) => problems.push({ fieldId: `campaign-${field}`, message });
  if (draft.name.trim() === '') add('name', say('bad.name'));
  if (draft.region.trim() === '') add('region', say('bad.region'));
  if (draft.startsOn === '') add('startsOn', say('bad.startsOn'));
  if (draft.endsOn === '' || draft.endsOn < draft.startsOn) add('endsOn', say('bad.endsOn'));
  if (chosenIn(draft).length === 0) add('municipalities', say('bad.municipalities'));
  for (const setting of settingGroups.flatMap(({ numbers }): readonly NumberSetting[] => numbers)) {
    const message = problemWith(setting, draft, say);
    if (message !== null) add(`settings-${setting}`, message);
  }
  return problems;
}

function problemWith(
  setting: NumberSetting,
  { numbers }: CampaignDraft,
  say: Say<typeof campaignTexts.nb>,
): string | null {
  const { min, max } = numberSettings[setting];
  const value = readNumber(numbers[setting]);
  const label = say(`set.${setting}`);
  const isPercent = setting === 'autoMergePercent';
  if (!(value >= min && value <= max) || (!isPercent && !Number.isInteger(value))) {
    const bounds = { label, min: String(min), max: String(max).replace('.', ',') };
    return isPercent ? say('bad.percent', bounds) : say('bad.number', bounds);
  }
  if (setting === 'weekdayTo' && value <= readNumber(numbers.weekdayFrom)) return say('bad.hours', { label });
  if (setting === 'saturdayTo' && value <= readNumber(numbers.saturdayFrom))
    return say('bad.hours', { label });
  return null;
}
