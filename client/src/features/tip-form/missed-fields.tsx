import { useTexts } from '../../lib/texts/texts.js';
import { PlainInput, PlainSelect } from '../../ui/plain-field.js';
import { fieldProps, type TipFieldsProps } from './field-props.js';
import { GreetingField } from './greeting-field.js';
import { tipFormTexts } from './texts.js';

/** Who is missed. Nothing here may be filled in by the browser: it would be about the wrong person. */
export function MissedFields({ page }: TipFieldsProps) {
  const say = useTexts(tipFormTexts);
  const optional = say('optional');
  const municipalities = page.campaign?.municipalities ?? [];
  return (
    <>
      <PlainSelect
        {...fieldProps(page, 'municipality')}
        label={say('municipality')}
        need={say('required')}
        autoComplete="off"
      >
        <option value="">{say('chooseMunicipality')}</option>
        {municipalities.map(({ number, name }) => (
          <option key={number} value={number}>
            {name}
          </option>
        ))}
      </PlainSelect>
      <div className="side-by-side">
        <PlainInput
          {...fieldProps(page, 'firstNames')}
          label={say('firstNames')}
          need={say('required')}
          autoComplete="off"
        />
        <PlainInput
          {...fieldProps(page, 'lastName')}
          label={say('lastName')}
          need={optional}
          autoComplete="off"
        />
      </div>
      <PlainInput
        {...fieldProps(page, 'formerName')}
        label={say('formerName')}
        need={optional}
        hint={say('hint.formerName')}
        autoComplete="off"
      />
      <PlainInput
        {...fieldProps(page, 'nickname')}
        label={say('nickname')}
        need={optional}
        autoComplete="off"
      />
      <PlainInput
        {...fieldProps(page, 'birthYear')}
        label={say('birthYear')}
        need={optional}
        hint={say('hint.birthYear')}
        inputMode="numeric"
        size={6}
        data-short
        autoComplete="off"
      />
      <PlainInput
        {...fieldProps(page, 'relation')}
        label={say('relation')}
        need={optional}
        hint={say('hint.relation')}
        autoComplete="off"
      />
      <GreetingField page={page} />
      <PlainInput
        {...fieldProps(page, 'othersInHousehold')}
        label={say('othersInHousehold')}
        need={optional}
        hint={say('hint.othersInHousehold')}
        autoComplete="off"
      />
    </>
  );
}
