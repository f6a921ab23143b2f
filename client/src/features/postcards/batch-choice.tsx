import { Checkbox, Fieldset, Textfield } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import { language } from '@savner/contract/common';
import { destinations, type CardTemplate } from '@savner/contract/postcards';
import { useTexts } from '../../lib/texts/texts.js';
import { SelectField } from '../../ui/select-field.js';
import type { BatchFields } from './batch-draft.js';
import { PrintingChoice } from './printing-choice.js';
import { postcardTexts } from './texts.js';

interface BatchChoiceProps extends BatchFields {
  readonly campaign: Campaign;
  readonly templates: readonly CardTemplate[];
}

/** What the cards look like, who gets them, and how they are printed. */
export function BatchChoice({ campaign, templates, ...fields }: BatchChoiceProps) {
  const say = useTexts(postcardTexts);
  const { draft, problemAt, onChange } = fields;
  const languages = templates.find(({ name }) => name === draft.template)?.languages ?? [];
  const toggle = (number: string) => {
    const municipalities = draft.municipalities.includes(number)
      ? draft.municipalities.filter((one) => one !== number)
      : [...draft.municipalities, number];
    onChange({ municipalities });
  };
  return (
    <div className="stack">
      <div className="fields fields--broad">
        <SelectField
          id="batch-template"
          label={say('template')}
          value={draft.template}
          error={problemAt('template')}
          onChange={(template) => onChange({ template })}
          choices={templates.map(({ name, title, widthMm, heightMm }) => ({
            value: name,
            label: `${title} (${say('size', { width: widthMm, height: heightMm })})`,
          }))}
        />
        <SelectField
          id="batch-language"
          label={say('language')}
          value={draft.language}
          error={problemAt('language')}
          onChange={(value) => onChange({ language: language.catch('nb').parse(value) })}
          choices={languages.map((value) => ({ value, label: say(`language.${value}`) }))}
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
      <div className="fields">
        <Textfield
          id="batch-informBefore"
          type="date"
          label={say('informBefore')}
          description={say('informBeforeHint')}
          value={draft.informBefore}
          error={problemAt('informBefore')}
          onChange={(event) => onChange({ informBefore: event.target.value })}
        />
        <Textfield
          id="batch-limit"
          label={say('limit')}
          description={say('limitHint')}
          inputMode="numeric"
          autoComplete="off"
          value={draft.limit}
          error={problemAt('limit')}
          onChange={(event) => onChange({ limit: event.target.value })}
        />
      </div>
      <SelectField
        id="batch-destination"
        label={say('destination')}
        value={draft.destination}
        onChange={(value) => onChange({ destination: destinations.find((one) => one === value) ?? 'all' })}
        choices={destinations.map((value) => ({ value, label: say(`destination.${value}`) }))}
      />
      <PrintingChoice {...fields} />
    </div>
  );
}
