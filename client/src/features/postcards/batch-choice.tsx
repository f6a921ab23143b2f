import { Checkbox, Fieldset, Textfield } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import { language } from '@savner/contract/common';
import type { CardTemplate } from '@savner/contract/postcards';
import { useTexts } from '../../lib/texts/texts.js';
import { SelectField } from '../../ui/select-field.js';
import type { BatchDraft } from './batch-draft.js';
import { postcardTexts } from './texts.js';

interface BatchChoiceProps {
  readonly campaign: Campaign;
  readonly templates: readonly CardTemplate[];
  readonly draft: BatchDraft;
  readonly limitProblem: string | undefined;
  readonly onChange: (draft: BatchDraft) => void;
}

/** What the cards look like, and who gets them. */
export function BatchChoice({ campaign, templates, draft, limitProblem, onChange }: BatchChoiceProps) {
  const say = useTexts(postcardTexts);
  const languages = templates.find(({ name }) => name === draft.template)?.languages ?? [];
  const toggle = (number: string) => {
    const chosen = draft.municipalities.includes(number)
      ? draft.municipalities.filter((one) => one !== number)
      : [...draft.municipalities, number];
    onChange({ ...draft, municipalities: chosen });
  };
  return (
    <div className="stack">
      <div className="fields">
        <SelectField
          label={say('template')}
          value={draft.template}
          onChange={(template) => onChange({ ...draft, template })}
          choices={templates.map(({ name, title, widthMm, heightMm }) => ({
            value: name,
            label: `${title} (${say('size', { width: widthMm, height: heightMm })})`,
          }))}
        />
        <SelectField
          label={say('language')}
          value={draft.language}
          onChange={(value) => onChange({ ...draft, language: language.catch('nb').parse(value) })}
          choices={languages.map((value) => ({ value, label: say(`language.${value}`) }))}
        />
        <Textfield
          id="batch-limit"
          label={say('limit')}
          description={say('limitHint')}
          inputMode="numeric"
          value={draft.limit}
          error={limitProblem}
          onChange={(event) => onChange({ ...draft, limit: event.target.value })}
        />
      </div>
      <Fieldset>
        <Fieldset.Legend>{say('municipalities')}</Fieldset.Legend>
        <div className="ticks">
          {campaign.municipalities.map(({ number, name }) => (
            <Checkbox
              key={number}
              label={name}
              value={number}
              checked={draft.municipalities.includes(number)}
              onChange={() => toggle(number)}
            />
          ))}
        </div>
      </Fieldset>
    </div>
  );
}
