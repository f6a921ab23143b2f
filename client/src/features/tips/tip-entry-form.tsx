import { useState, type ReactNode, type SubmitEvent } from 'react';
import { Button, Checkbox, Fieldset, Textfield } from '@digdir/designsystemet-react';
import { findPostcode, type Campaign } from '@savner/contract/campaigns';
import type { TipFormField } from '@savner/contract/pages';
import { enterTip, listTips, type Tip } from '@savner/contract/tips';
import { call } from '../../lib/api/call.js';
import { newKey } from '../../lib/api/new-key.js';
import { useSend } from '../../lib/api/use-endpoint.js';
import { municipalityChoices } from '../../lib/municipalities.js';
import { commonTexts } from '../../lib/texts/common-texts.js';
import { useTexts } from '../../lib/texts/texts.js';
import { FormProblems, type FormProblem } from '../../ui/form-problems.js';
import { Problem } from '../../ui/problem.js';
import { problemAt, problemsOf } from '../../ui/problems-of.js';
import { SelectField } from '../../ui/select-field.js';
import { tipTexts } from './texts.js';

type TextName = Exclude<TipFormField, 'municipality' | 'maySayName' | 'mayContact'>;

const textNames = {
  who: ['firstNames', 'lastName', 'formerName', 'nickname', 'birthYear', 'othersInHousehold'],
  find: ['phone', 'email', 'street', 'postcode', 'place', 'country'],
  why: ['relation', 'greeting'],
  tipper: ['tipperName', 'tipperPhone', 'tipperEmail'],
} as const satisfies Record<string, readonly TextName[]>;

const hinted = ['firstNames', 'birthYear', 'country', 'greeting'] as const;
const keyboards: Partial<Record<TextName, 'tel' | 'numeric' | 'email'>> = {
  phone: 'tel',
  tipperPhone: 'tel',
  postcode: 'numeric',
  birthYear: 'numeric',
  email: 'email',
  tipperEmail: 'email',
};

interface TipEntryFormProps {
  readonly campaign: Campaign;
  readonly onStored: (tip: Tip) => void;
  /** Stands beside what is typed, and knows it. */
  readonly beside?: (typed: TypedTip) => ReactNode;
  /** Stands above the button that stores. */
  readonly beforeStoring?: ReactNode;
}

export type TypedTip = Readonly<Partial<Record<TextName | 'municipality', string>>>;

/** A tip that came on paper or by telephone, judged by the same rules as the public form. */
export function TipEntryForm({ campaign, onStored, beside, beforeStoring }: TipEntryFormProps) {
  const say = useTexts(tipTexts);
  const sayCommon = useTexts(commonTexts);
  const only = campaign.municipalities.length === 1 ? campaign.municipalities[0] : undefined;
  const [key] = useState(newKey);
  const [texts, setTexts] = useState<Partial<Record<TextName, string>>>({});
  const [municipality, setMunicipality] = useState(only?.number ?? '');
  const [maySayName, setMaySayName] = useState(false);
  const [mayContact, setMayContact] = useState(false);
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const sending = useSend(enterTip, [listTips]);

  const write = (name: TextName, value: string) => {
    setTexts((before) => ({ ...before, [name]: value }));
    if (name === 'postcode') void fillPlace(value);
  };
  const fillPlace = async (postcode: string) => {
    if (!/^\d{4}$/.test(postcode)) return;
    const found = await call(findPostcode, { params: { postcode } }).catch(() => null);
    const place = found?.place ?? null;
    if (place !== null) setTexts((before) => (before.place ? before : { ...before, place }));
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (sending.isPending) return;
    setProblems([]);
    sending.mutate(
      { params: { campaignId: campaign.id }, body: { key, ...texts, municipality, maySayName, mayContact } },
      { onSuccess: onStored, onError: (error) => setProblems(problemsOf(error, 'tip')) },
    );
  };
  const fieldsOf = (names: readonly TextName[]) => (
    <div className="fields">
      {names.map((name) => (
        <TextBox
          key={name}
          name={name}
          value={texts[name] ?? ''}
          error={problemAt(problems, `tip-${name}`)}
          onWrite={(value) => write(name, value)}
        />
      ))}
    </div>
  );

  return (
    <form className="stack typing" onSubmit={submit} noValidate autoComplete="off">
      {beside?.({ ...texts, municipality })}
      <section className="panel stack">
        <SelectField
          id="tip-municipality"
          label={say('field.municipality')}
          value={municipality}
          onChange={setMunicipality}
          error={problemAt(problems, 'tip-municipality')}
          choices={[
            { value: '', label: sayCommon('chooseMunicipality') },
            ...municipalityChoices(campaign.municipalities),
          ]}
        />
        <Fieldset>
          <Fieldset.Legend>{say('groupWho')}</Fieldset.Legend>
          {fieldsOf(textNames.who)}
        </Fieldset>
        <Fieldset>
          <Fieldset.Legend>{say('groupFind')}</Fieldset.Legend>
          {fieldsOf(textNames.find)}
        </Fieldset>
        <Fieldset>
          <Fieldset.Legend>{say('groupWhy')}</Fieldset.Legend>
          {fieldsOf(textNames.why)}
        </Fieldset>
        <Fieldset>
          <Fieldset.Legend>{say('groupTipper')}</Fieldset.Legend>
          {fieldsOf(textNames.tipper)}
          <Checkbox
            id="tip-maySayName"
            label={say('field.maySayName')}
            checked={maySayName}
            onChange={(event) => setMaySayName(event.target.checked)}
          />
          <Checkbox
            id="tip-mayContact"
            label={say('field.mayContact')}
            checked={mayContact}
            onChange={(event) => setMayContact(event.target.checked)}
          />
        </Fieldset>
      </section>
      <FormProblems problems={problems} />
      {beforeStoring}
      {sending.error !== null && problems.length === 0 ? <Problem error={sending.error} /> : null}
      <div className="row">
        <Button type="submit">{sending.isPending ? say('sending') : say('send')}</Button>
      </div>
    </form>
  );
}

interface TextBoxProps {
  readonly name: TextName;
  readonly value: string;
  readonly error: string | undefined;
  readonly onWrite: (value: string) => void;
}

/** Nothing is filled in by the browser: the facts are about somebody else than the one who types. */
function TextBox({ name, value, error, onWrite }: TextBoxProps) {
  const say = useTexts(tipTexts);
  const hint = hinted.find((one) => one === name);
  const shared = {
    id: `tip-${name}`,
    label: say(`field.${name}`),
    value,
    error,
    autoComplete: 'off',
    ...(hint === undefined ? {} : { description: say(`hint.${hint}`) }),
  };
  if (name === 'greeting' || name === 'othersInHousehold') {
    return <Textfield {...shared} multiline rows={3} onChange={(event) => onWrite(event.target.value)} />;
  }
  return (
    <Textfield
      {...shared}
      inputMode={keyboards[name] ?? 'text'}
      onChange={(event) => onWrite(event.target.value)}
    />
  );
}
