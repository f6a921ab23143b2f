import { Checkbox, Details, Fieldset, Textfield } from '@digdir/designsystemet-react';
import { addBesides, type Besides, type ReportState } from '@savner/contract/rules/call-questions';
import { noteLength, reasons } from '@savner/contract/rules/call-report';
import { useTexts } from '../../lib/texts/texts.js';
import { callingTexts } from './texts.js';

const facts = ['phone', 'street', 'postcode', 'place'] as const;

interface BesidesFieldsProps {
  readonly state: ReportState;
  readonly onChange: (state: ReportState) => void;
}

/** What can be told with any report: a note, reasons, new facts, and a cry for help. */
export function BesidesFields({ state, onChange }: BesidesFieldsProps) {
  const say = useTexts(callingTexts);
  const { besides } = state;
  const add = (more: Besides) => onChange(addBesides(state, more));
  const ticked = besides.reasons ?? [];
  return (
    <div className="stack">
      <Textfield
        multiline
        rows={3}
        label={say('note')}
        description={say('noteHint')}
        maxLength={noteLength}
        autoComplete="off"
        value={besides.note ?? ''}
        onChange={(event) => add({ note: event.target.value })}
      />
      {state.answers.couldTalk === 'talked' ? (
        <Fieldset>
          <Fieldset.Legend>{say('reasons')}</Fieldset.Legend>
          <div className="report__ticks">
            {reasons.map((reason) => (
              <Checkbox
                key={reason}
                label={say(`reason.${reason}`)}
                checked={ticked.includes(reason)}
                onChange={(event) =>
                  add({
                    reasons: event.target.checked
                      ? [...ticked, reason]
                      : ticked.filter((other) => other !== reason),
                  })
                }
              />
            ))}
          </div>
        </Fieldset>
      ) : null}
      <Details>
        <Details.Summary>{say('facts')}</Details.Summary>
        <Details.Content>
          <div className="stack">
            {facts.map((fact) => (
              <Textfield
                key={fact}
                label={say(`fact.${fact}`)}
                autoComplete="off"
                inputMode={fact === 'phone' ? 'tel' : fact === 'postcode' ? 'numeric' : 'text'}
                value={besides.facts?.[fact] ?? ''}
                onChange={(event) =>
                  add({ facts: { ...besides.facts, [fact]: event.target.value || undefined } })
                }
              />
            ))}
          </div>
        </Details.Content>
      </Details>
      <Details>
        <Details.Summary>{say('askCoordinator')}</Details.Summary>
        <Details.Content>
          <Textfield
            multiline
            rows={3}
            label={say('askCoordinatorLabel')}
            description={say('askCoordinatorHint')}
            maxLength={noteLength}
            autoComplete="off"
            value={besides.askCoordinator ?? ''}
            onChange={(event) => add({ askCoordinator: event.target.value })}
          />
        </Details.Content>
      </Details>
    </div>
  );
}
