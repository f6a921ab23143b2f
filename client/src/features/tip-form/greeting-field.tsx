import { useState } from 'react';
import { useTexts } from '../../lib/texts/texts.js';
import { PlainTextarea } from '../../ui/plain-field.js';
import { fieldProps, type TipFieldsProps } from './field-props.js';
import { tipFormTexts } from './texts.js';

/** The server judges the same length; see `longestFreeText` in the contract of tips. */
const longest = 300;

export function GreetingField({ page }: TipFieldsProps) {
  const say = useTexts(tipFormTexts);
  const [length, setLength] = useState<number | null>(null);
  return (
    <PlainTextarea
      {...fieldProps(page, 'greeting')}
      label={say('greeting')}
      need={say('optional')}
      hint={say('hint.greeting')}
      rows={4}
      autoComplete="off"
      onFocus={(event) => setLength(event.currentTarget.value.length)}
      onInput={(event) => setLength(event.currentTarget.value.length)}
      after={
        length === null ? null : (
          <p className="counter-line" role={length > longest - 40 ? 'status' : undefined}>
            {length > longest
              ? say('charactersOver', { count: length - longest })
              : say('charactersLeft', { count: longest - length })}
          </p>
        )
      }
    />
  );
}
