import { useTexts } from '../../lib/texts/texts.js';
import { PlainCheckbox, PlainInput } from '../../ui/plain-field.js';
import { fieldProps, type TipFieldsProps } from './field-props.js';
import { tipFormTexts } from './texts.js';

/** Who tips, if they want to say it; two separate choices, both unticked. */
export function TipperFields({ page }: TipFieldsProps) {
  const say = useTexts(tipFormTexts);
  const optional = say('optional');
  return (
    <>
      <PlainInput
        {...fieldProps(page, 'tipperName')}
        label={say('tipperName')}
        need={optional}
        autoComplete="name"
      />
      <PlainInput
        {...fieldProps(page, 'tipperPhone')}
        label={say('tipperPhone')}
        need={optional}
        inputMode="tel"
        autoComplete="tel"
      />
      <PlainInput
        {...fieldProps(page, 'tipperEmail')}
        label={say('tipperEmail')}
        need={optional}
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
      />
      <Choice page={page} field="maySayName" />
      <Choice page={page} field="mayContact" />
    </>
  );
}

function Choice({ page, field }: TipFieldsProps & { readonly field: 'maySayName' | 'mayContact' }) {
  const say = useTexts(tipFormTexts);
  const ticked = (page.values[field] ?? '') !== '';
  return <PlainCheckbox id={field} name={field} value="ja" defaultChecked={ticked} label={say(field)} />;
}
