import type { ReactNode, SubmitEvent } from 'react';
import { Button, Fieldset, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useTexts } from '../../lib/texts/texts.js';
import { FormProblems, type FormProblem } from '../../ui/form-problems.js';
import { problemAt } from '../../ui/problems-of.js';
import type { CampaignDraft, TextField } from './campaign-draft.js';
import { MunicipalityFields } from './municipality-fields.js';
import { SettingFields } from './setting-boxes.js';
import { campaignTexts } from './texts.js';

interface CampaignFormProps {
  /** Null for a campaign that is not stored yet. */
  readonly campaignId: string | null;
  readonly draft: CampaignDraft;
  readonly problems: readonly FormProblem[];
  readonly sendWords: string;
  readonly status: string;
  readonly onChange: (draft: CampaignDraft) => void;
  readonly onSend: () => void;
  /** What went wrong with sending, above the button. */
  readonly children: ReactNode;
}

/** Everything about a campaign that people decide. */
export function CampaignForm({
  campaignId,
  draft,
  problems,
  sendWords,
  status,
  onChange,
  onSend,
  children,
}: CampaignFormProps) {
  const say = useTexts(campaignTexts);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSend();
  };
  const box = (field: TextField) => ({
    id: `campaign-${field}`,
    label: say(field),
    value: draft[field],
    error: problemAt(problems, `campaign-${field}`),
  });
  const write = (field: TextField, value: string) => onChange({ ...draft, [field]: value });

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <section className="panel" aria-labelledby="campaign-about">
        <Heading level={2} data-size="sm" id="campaign-about">
          {say('about')}
        </Heading>
        <Paragraph className="quiet">{say('required')}</Paragraph>
        <div className="fields">
          <Textfield
            {...box('name')}
            description={say('nameHint')}
            onChange={(event) => write('name', event.target.value)}
          />
          <Textfield
            {...box('region')}
            description={say('regionHint')}
            onChange={(event) => write('region', event.target.value)}
          />
          <Textfield
            {...box('startsOn')}
            type="date"
            onChange={(event) => write('startsOn', event.target.value)}
          />
          <Textfield
            {...box('endsOn')}
            type="date"
            onChange={(event) => write('endsOn', event.target.value)}
          />
        </div>
      </section>
      <MunicipalityFields
        campaignId={campaignId}
        municipalities={draft.municipalities}
        problems={problems}
        onChange={(municipalities) => onChange({ ...draft, municipalities })}
      />
      <section className="panel">
        <Fieldset>
          <Fieldset.Legend>{say('contact')}</Fieldset.Legend>
          <Fieldset.Description>{say('contactHint')}</Fieldset.Description>
          <div className="fields">
            <Textfield
              {...box('contactName')}
              onChange={(event) => write('contactName', event.target.value)}
            />
            <Textfield
              {...box('contactEmail')}
              type="email"
              onChange={(event) => write('contactEmail', event.target.value)}
            />
            <Textfield
              {...box('contactPhone')}
              type="tel"
              onChange={(event) => write('contactPhone', event.target.value)}
            />
          </div>
        </Fieldset>
      </section>
      <section className="panel" aria-labelledby="campaign-settings">
        <Heading level={2} data-size="sm" id="campaign-settings">
          {say('settings')}
        </Heading>
        <Paragraph className="quiet">{say('settingsHint')}</Paragraph>
        <SettingFields
          numbers={draft.numbers}
          choices={draft.choices}
          problems={problems}
          onChange={(settings) => onChange({ ...draft, ...settings })}
        />
      </section>
      <FormProblems problems={problems} />
      {children}
      <div className="row">
        <Button type="submit">{sendWords}</Button>
        <span role="status">{status}</span>
      </div>
    </form>
  );
}
