import { useTexts } from '../../lib/texts/texts.js';
import { PlainInput } from '../../ui/plain-field.js';
import { fieldProps, type TipFieldsProps } from './field-props.js';
import { fillPlace } from './postcode.js';
import { tipFormTexts } from './texts.js';

/** The ways to find the missed person. */
export function WayFields({ page }: TipFieldsProps) {
  const say = useTexts(tipFormTexts);
  const optional = say('optional');
  return (
    <>
      <PlainInput
        {...fieldProps(page, 'phone')}
        label={say('phone')}
        need={optional}
        hint={say('hint.phone')}
        inputMode="tel"
        autoComplete="off"
      />
      <PlainInput
        {...fieldProps(page, 'email')}
        label={say('email')}
        need={optional}
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
      />
      <PlainInput {...fieldProps(page, 'street')} label={say('street')} need={optional} autoComplete="off" />
      <div className="side-by-side side-by-side--postcode">
        <PlainInput
          {...fieldProps(page, 'postcode')}
          label={say('postcode')}
          need={optional}
          inputMode="numeric"
          autoComplete="off"
          onInput={(event) => void fillPlace(event.currentTarget.form)}
        />
        <PlainInput {...fieldProps(page, 'place')} label={say('place')} need={optional} autoComplete="off" />
      </div>
      <PlainInput
        {...fieldProps(page, 'country')}
        label={say('country')}
        need={optional}
        hint={say('hint.country')}
        autoComplete="off"
      />
    </>
  );
}
