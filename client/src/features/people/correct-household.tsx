import { useState, type SubmitEvent } from 'react';
import { Button, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import { changeHousehold, getHousehold, listHouseholds, type HouseholdDetail } from '@savner/contract/people';
import { ApiError } from '../../lib/api/api-error.js';
import { call } from '../../lib/api/call.js';
import { useSend } from '../../lib/api/use-endpoint.js';
import { municipalityChoices } from '../../lib/municipalities.js';
import { commonTexts } from '../../lib/texts/common-texts.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Conflict } from '../../ui/conflict.js';
import { FormProblems, type FormProblem } from '../../ui/form-problems.js';
import { Problem } from '../../ui/problem.js';
import { problemAt } from '../../ui/problems-of.js';
import { SelectField } from '../../ui/select-field.js';
import { changesBetween, clashes, draftOf, type HouseholdDraft } from './household-draft.js';
import { problemsOfChanges } from './problems-of-changes.js';
import { householdTexts } from './texts.js';

interface CorrectHouseholdProps {
  readonly campaign: Campaign;
  readonly household: HouseholdDetail;
}

/** Corrections by hand. When somebody else saved first, both values are shown and nothing written is lost. */
export function CorrectHousehold({ campaign, household }: CorrectHouseholdProps) {
  const say = useTexts(householdTexts);
  const sayCommon = useTexts(commonTexts);
  const [base, setBase] = useState(household);
  const [draft, setDraft] = useState(() => draftOf(household));
  const [savedByOther, setSavedByOther] = useState<HouseholdDetail | null>(null);
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [status, setStatus] = useState<'savedNow' | 'nothingChanged' | null>(null);
  const saving = useSend(changeHousehold, [getHousehold, listHouseholds]);
  const params = { campaignId: campaign.id, householdId: household.id };

  const before = draftOf(base);
  if (base.version < household.version && changesBetween(before, draft).length === 0) {
    setBase(household);
    setDraft(draftOf(household));
  }
  const write = (field: keyof HouseholdDraft, value: string) => {
    setStatus(null);
    setDraft((written) => ({ ...written, [field]: value }));
  };
  const start = (from: HouseholdDetail) => {
    setBase(from);
    setDraft(draftOf(from));
    setSavedByOther(null);
  };
  const save = (version: number) => {
    const changes = changesBetween(before, draft);
    setProblems([]);
    setStatus(changes.length === 0 ? 'nothingChanged' : null);
    if (changes.length === 0 || saving.isPending) return;
    saving.mutate(
      { params, body: { version, changes } },
      {
        onSuccess: (saved) => {
          start(saved);
          setStatus('savedNow');
        },
        onError: (error) => {
          if (error instanceof ApiError && error.code === 'conflict') {
            // Where it cannot be read now, the refusal below says enough.
            void call(getHousehold, { params }).then(setSavedByOther, () => undefined);
          }
          setProblems(problemsOfChanges(error, changes));
        },
      },
    );
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save(base.version);
  };
  const box = (field: Exclude<keyof HouseholdDraft, 'municipality'>) => ({
    id: `household-${field}`,
    label: say(`field.${field}`),
    value: draft[field],
    error: problemAt(problems, `household-${field}`),
    autoComplete: 'off',
  });

  return (
    <section className="panel" aria-labelledby="household-correct">
      <Heading level={2} data-size="sm" id="household-correct">
        {say('correct')}
      </Heading>
      <Paragraph className="quiet">{say('correctIntro')}</Paragraph>
      <form className="stack" onSubmit={submit} noValidate>
        <div className="fields">
          <Textfield {...box('displayName')} onChange={(event) => write('displayName', event.target.value)} />
          <Textfield
            {...box('namesOnCard')}
            multiline
            rows={2}
            onChange={(event) => write('namesOnCard', event.target.value)}
          />
          <Textfield {...box('street')} onChange={(event) => write('street', event.target.value)} />
          <Textfield
            {...box('postcode')}
            inputMode="numeric"
            onChange={(event) => write('postcode', event.target.value)}
          />
          <Textfield {...box('place')} onChange={(event) => write('place', event.target.value)} />
          <Textfield
            {...box('country')}
            description={say('hint.country')}
            onChange={(event) => write('country', event.target.value)}
          />
          <Textfield
            {...box('phone')}
            description={say('hint.phone')}
            inputMode="tel"
            onChange={(event) => write('phone', event.target.value)}
          />
          <SelectField
            id="household-municipality"
            label={say('field.municipality')}
            value={draft.municipality}
            onChange={(value) => write('municipality', value)}
            error={problemAt(problems, 'household-municipality')}
            choices={municipalityChoices(campaign.municipalities)}
          />
        </div>
        <FormProblems problems={problems} />
        {savedByOther === null ? null : (
          <Conflict
            rows={clashes(before, draftOf(savedByOther), draft).map((field) => ({
              label: say(`field.${field}`),
              saved: draftOf(savedByOther)[field],
              mine: draft[field],
            }))}
            onKeepMine={() => {
              setSavedByOther(null);
              save(savedByOther.version);
            }}
            onTakeSaved={() => start(savedByOther)}
          />
        )}
        {saving.error !== null && problems.length === 0 && savedByOther === null ? (
          <Problem error={saving.error} />
        ) : null}
        <div className="row">
          <Button type="submit">{saving.isPending ? say('saving') : sayCommon('save')}</Button>
          <span role="status">{status === null ? '' : say(status)}</span>
        </div>
      </form>
    </section>
  );
}
