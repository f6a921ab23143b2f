import type { ReactNode } from 'react';
import { Button, Heading, Tag } from '@digdir/designsystemet-react';
import type { SourcedValue } from '@savner/contract/people';
import { formatDate } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { useKeptFocus } from '../../lib/use-kept-focus.js';
import { householdTexts } from './texts.js';

interface ValueGroupProps<Value extends SourcedValue> {
  readonly title: string;
  readonly values: readonly Value[];
  readonly shown: (value: Value) => string;
  readonly onPrefer: (value: Value) => void;
  /** Leaves the choice to the rules again. */
  readonly onRelease: () => void;
  /** What is said of a value that is of no use any more. */
  readonly dead?: string;
  /** What is to be known about all of them. */
  readonly notice?: ReactNode;
  /** What else may be said of a value. */
  readonly besides?: (value: Value) => ReactNode;
}

/** The values of one kind: the one in use with who chose it, the others with a way to choose them. */
export function ValueGroup<Value extends SourcedValue>({
  title,
  values,
  shown,
  onPrefer,
  onRelease,
  dead,
  notice,
  besides,
}: ValueGroupProps<Value>) {
  const say = useTexts(householdTexts);
  if (values.length === 0) return null;
  return (
    <div>
      <Heading level={3} data-size="2xs">
        {title}
      </Heading>
      {notice}
      <ul className="values plain-list">
        {values.map((value) => (
          <ValueItem key={value.value}>
            <span className="values__value">
              {shown(value)} {value.preferred ? <Tag data-color="success">{say('preferred')}</Tag> : null}{' '}
              {value.state === 'dead' ? <Tag data-color="danger">{dead ?? say('deadNumber')}</Tag> : null}
              <Sources value={value} />
            </span>
            <span className="row">
              {value.preferred || value.state === 'dead' ? null : (
                <Act words={say('prefer')} of={shown(value)} onAct={() => onPrefer(value)} />
              )}
              {value.chosen?.origin === 'coordinator' ? (
                <Act words={say('release')} of={title} onAct={onRelease} />
              ) : null}
              {besides?.(value)}
            </span>
          </ValueItem>
        ))}
      </ul>
    </div>
  );
}

function ValueItem({ children }: { readonly children: ReactNode }) {
  return <li {...useKeptFocus<HTMLLIElement>()}>{children}</li>;
}

/** Who said it and when; and who chose it, when somebody has. */
function Sources({ value: { sources, chosen, automatic } }: { readonly value: SourcedValue }) {
  const say = useTexts(householdTexts);
  const words = sources.map(wordsFor);
  if (words.length === 0 && automatic) words.push(say('origin.rules'));
  return (
    <span className="values__sources">
      {words.join(' · ')}
      {chosen === null ? null : (
        <strong className="values__choice">
          {say('chosenBy', { by: chosen.by === '' ? say('someone') : chosen.by, at: formatDate(chosen.at) })}
        </strong>
      )}
    </span>
  );

  function wordsFor({ origin, by, at }: SourcedValue['sources'][number]): string {
    const on = formatDate(at);
    switch (origin) {
      case 'coordinator':
        return say('origin.coordinator', { by: by ?? say('someone'), at: on });
      case 'tip':
        return by === null ? say('origin.tip', { at: on }) : say('origin.tipBy', { by, at: on });
      case 'call':
        return by === null || by === ''
          ? say('origin.call', { at: on })
          : say('origin.callBy', { by, at: on });
      case 'card':
        return say('origin.card', { at: on });
    }
  }
}

interface ActProps {
  readonly words: string;
  /** Says which of the equal buttons it is, for those who do not see where it stands. */
  readonly of: string;
  readonly onAct: () => void;
}

export function Act({ words, of, onAct }: ActProps) {
  return (
    <Button variant="tertiary" data-size="sm" onClick={onAct}>
      {words}
      <span className="ds-sr-only"> {of}</span>
    </Button>
  );
}
