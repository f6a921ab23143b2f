import { Checkbox, Fieldset, Textfield } from '@digdir/designsystemet-react';
import { useTexts } from '../../lib/texts/texts.js';
import type { FormProblem } from '../../ui/form-problems.js';
import { problemAt } from '../../ui/problems-of.js';
import type { CampaignDraft } from './campaign-draft.js';
import { settingGroups, type NumberSetting } from './setting-fields.js';
import { campaignTexts } from './texts.js';

type Settings = Pick<CampaignDraft, 'numbers' | 'choices'>;

interface SettingFieldsProps extends Settings {
  readonly problems: readonly FormProblem[];
  readonly onChange: (settings: Settings) => void;
}

const hours = ['weekdayFrom', 'weekdayTo', 'saturdayFrom', 'saturdayTo'] as const;

/** The settings in groups, each with what it does and what is usual. */
export function SettingFields({ numbers, choices, problems, onChange }: SettingFieldsProps) {
  const say = useTexts(campaignTexts);
  return (
    <div className="sections">
      {settingGroups.map((group) => (
        <Fieldset key={group.name}>
          <Fieldset.Legend>{say(`group.${group.name}`)}</Fieldset.Legend>
          {group.name === 'hours' ? <Fieldset.Description>{say('hint.hours')}</Fieldset.Description> : null}
          <div className="fields">
            {group.numbers.map((setting) => (
              <Textfield
                key={setting}
                id={`campaign-settings-${setting}`}
                label={say(`set.${setting}`)}
                inputMode={setting === 'autoMergePercent' ? 'decimal' : 'numeric'}
                autoComplete="off"
                value={numbers[setting]}
                error={problemAt(problems, `campaign-settings-${setting}`)}
                onChange={(event) =>
                  onChange({ numbers: { ...numbers, [setting]: event.target.value }, choices })
                }
                {...hintFor(setting)}
              />
            ))}
            {group.choices.map((setting) => (
              <Checkbox
                key={setting}
                id={`campaign-settings-${setting}`}
                label={say(`set.${setting}`)}
                description={say(`hint.${setting}`)}
                value={setting}
                checked={choices[setting]}
                onChange={(event) =>
                  onChange({ numbers, choices: { ...choices, [setting]: event.target.checked } })
                }
              />
            ))}
          </div>
        </Fieldset>
      ))}
    </div>
  );

  function hintFor(setting: NumberSetting): { description?: string } {
    return isHour(setting) ? {} : { description: say(`hint.${setting}`) };
  }
}

function isHour(setting: NumberSetting): setting is (typeof hours)[number] {
  return hours.some((hour) => hour === setting);
}
