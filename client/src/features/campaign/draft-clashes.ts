import type { Say } from '../../lib/texts/texts.js';
import type { ConflictRow } from '../../ui/conflict.js';
import { chosenIn, textFields, type CampaignDraft } from './campaign-draft.js';
import { choiceSettings, settingGroups, type NumberSetting } from './setting-fields.js';
import type { campaignTexts } from './texts.js';

type Words = Say<typeof campaignTexts.nb>;

/** Where what somebody else saved differs both from what I started with and from what I have written. */
export function draftClashes(
  base: CampaignDraft,
  saved: CampaignDraft,
  mine: CampaignDraft,
  say: Words,
): ConflictRow[] {
  const before = linesOf(base, say);
  const written = linesOf(mine, say);
  return [...linesOf(saved, say)].flatMap(([label, now]) => {
    const own = written.get(label) ?? '';
    return now !== before.get(label) && now !== own ? [{ label, saved: now, mine: own }] : [];
  });
}

/** The draft as the form shows it: name of the field → what stands there. */
function linesOf(draft: CampaignDraft, say: Words): Map<string, string> {
  const lines = new Map<string, string>();
  for (const field of textFields) lines.set(say(field), draft[field]);
  lines.set(
    say('municipalities'),
    chosenIn(draft)
      .map(({ name }) => name)
      .join(', '),
  );
  for (const { name, mayorName, callingFrom, wordsNb, wordsNn } of draft.municipalities) {
    lines.set(say('mayorName', { name }), mayorName);
    lines.set(say('callingFrom', { name }), callingFrom);
    lines.set(say('wordsNb', { name }), wordsNb);
    lines.set(say('wordsNn', { name }), wordsNn);
  }
  for (const setting of settingGroups.flatMap(({ numbers }): readonly NumberSetting[] => numbers)) {
    lines.set(say(`set.${setting}`), draft.numbers[setting]);
  }
  for (const setting of choiceSettings) {
    lines.set(say(`set.${setting}`), draft.choices[setting] ? say('yes') : say('no'));
  }
  return lines;
}
