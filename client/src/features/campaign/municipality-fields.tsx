import { Checkbox, Fieldset, Textfield, ValidationMessage } from '@digdir/designsystemet-react';
import { useTexts } from '../../lib/texts/texts.js';
import type { FormProblem } from '../../ui/form-problems.js';
import { problemAt } from '../../ui/problems-of.js';
import type { MunicipalityDraft } from './campaign-draft.js';
import { OwnWordsFields } from './own-words-fields.js';
import { campaignTexts } from './texts.js';

interface MunicipalityFieldsProps {
  /** Null for a campaign that is not stored yet: then nobody can say whether words have room. */
  readonly campaignId: string | null;
  readonly municipalities: readonly MunicipalityDraft[];
  readonly problems: readonly FormProblem[];
  readonly onChange: (municipalities: readonly MunicipalityDraft[]) => void;
}

/** Which municipalities take part, with the mayor and the number the team calls from. */
export function MunicipalityFields({
  campaignId,
  municipalities,
  problems,
  onChange,
}: MunicipalityFieldsProps) {
  const say = useTexts(campaignTexts);
  const change = (number: string, values: Partial<MunicipalityDraft>) =>
    onChange(municipalities.map((one) => (one.number === number ? { ...one, ...values } : one)));
  const chosen = municipalities.filter(({ isChosen }) => isChosen);
  const problem = problemAt(problems, 'campaign-municipalities');
  return (
    <section className="panel">
      <Fieldset id="campaign-municipalities" tabIndex={-1}>
        <Fieldset.Legend>{say('municipalities')}</Fieldset.Legend>
        <Fieldset.Description>{say('municipalitiesHint')}</Fieldset.Description>
        <ul className="municipalities plain-list">
          {municipalities.map((municipality) => {
            const { number, name, isChosen, mayorName, callingFrom } = municipality;
            const prefix = `campaign-municipalities-${chosen.indexOf(municipality)}`;
            return (
              <li key={number}>
                <Checkbox
                  label={name}
                  value={number}
                  checked={isChosen}
                  onChange={(event) => change(number, { isChosen: event.target.checked })}
                />
                {isChosen ? (
                  <div className="fields">
                    <Textfield
                      id={`${prefix}-mayorName`}
                      data-size="sm"
                      label={say('mayorName', { name })}
                      value={mayorName}
                      error={problemAt(problems, `${prefix}-mayorName`)}
                      onChange={(event) => change(number, { mayorName: event.target.value })}
                    />
                    <Textfield
                      id={`${prefix}-callingFrom`}
                      data-size="sm"
                      type="tel"
                      autoComplete="off"
                      label={say('callingFrom', { name })}
                      value={callingFrom}
                      error={problemAt(problems, `${prefix}-callingFrom`)}
                      onChange={(event) => change(number, { callingFrom: event.target.value })}
                    />
                    <OwnWordsFields
                      campaignId={campaignId}
                      municipality={municipality}
                      prefix={prefix}
                      problems={problems}
                      onChange={(values) => change(number, values)}
                    />
                  </div>
                ) : null}
              </li>
            );
          })}
        </ul>
        {problem === undefined ? null : <ValidationMessage>{problem}</ValidationMessage>}
      </Fieldset>
    </section>
  );
}
