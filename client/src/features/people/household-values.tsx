import type { ReactNode } from 'react';
import { Button, Heading, Tag } from '@digdir/designsystemet-react';
import type { HouseholdChange, HouseholdDetail, SourcedValue } from '@savner/contract/people';
import { formatDate, formatPhone } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { addressLines } from './address-lines.js';
import { householdTexts } from './texts.js';

interface HouseholdValuesProps {
  readonly household: HouseholdDetail;
  readonly onChange: (change: HouseholdChange) => void;
}

/** Every spelling, number and address that was ever given, with its source; one of each is used. */
export function HouseholdValues({ household: { values }, onChange }: HouseholdValuesProps) {
  const say = useTexts(householdTexts);
  return (
    <section className="panel" aria-labelledby="household-known">
      <Heading level={2} data-size="sm" id="household-known">
        {say('known')}
      </Heading>
      <ValueGroup title={say('values.names')}>
        {values.names.map((name) => (
          <Value key={name.value} value={name} shown={name.value}>
            <Prefer value={name} onPrefer={() => onChange({ kind: 'prefer_name', name: name.value })} />
          </Value>
        ))}
      </ValueGroup>
      <ValueGroup title={say('values.phones')}>
        {values.phones.map((phone) => (
          <Value key={phone.value} value={phone} shown={formatPhone(phone.value)}>
            {phone.state === 'dead' ? (
              <Act
                onAct={() => onChange({ kind: 'phone_ok', phone: phone.value })}
                words={say('markOk')}
                of={phone}
              />
            ) : (
              <>
                <Prefer
                  value={phone}
                  onPrefer={() => onChange({ kind: 'prefer_phone', phone: phone.value })}
                />
                <Act
                  onAct={() => onChange({ kind: 'phone_dead', phone: phone.value })}
                  words={say('markDead')}
                  of={phone}
                />
              </>
            )}
          </Value>
        ))}
      </ValueGroup>
      <ValueGroup title={say('values.addresses')}>
        {values.addresses.map((address) => (
          <Value key={address.value} value={address} shown={addressLines(address.address) || address.value}>
            <Prefer
              value={address}
              onPrefer={() => onChange({ kind: 'prefer_address', ...address.address })}
            />
          </Value>
        ))}
      </ValueGroup>
      <ValueGroup title={say('values.emails')}>
        {values.emails.map((email) => (
          <Value key={email.value} value={email} shown={email.value}>
            <Prefer value={email} onPrefer={() => onChange({ kind: 'prefer_email', email: email.value })} />
          </Value>
        ))}
      </ValueGroup>
      <ValueGroup title={say('values.birthYears')}>
        {values.birthYears.map((year) => (
          <Value key={year.value} value={year} shown={year.value} />
        ))}
      </ValueGroup>
    </section>
  );
}

function ValueGroup({
  title,
  children,
}: {
  readonly title: string;
  readonly children: readonly ReactNode[];
}) {
  if (children.length === 0) return null;
  return (
    <div>
      <Heading level={3} data-size="2xs">
        {title}
      </Heading>
      <ul className="values plain-list">{children}</ul>
    </div>
  );
}

interface ValueProps {
  readonly value: SourcedValue;
  readonly shown: string;
  readonly children?: ReactNode;
}

function Value({ value, shown, children }: ValueProps) {
  const say = useTexts(householdTexts);
  return (
    <li>
      <span className="values__value">
        {shown} {value.preferred ? <Tag data-color="success">{say('preferred')}</Tag> : null}{' '}
        {value.state === 'dead' ? <Tag data-color="danger">{say('deadNumber')}</Tag> : null}
        <span className="values__sources">{value.sources.map(wordsFor).join(' · ')}</span>
      </span>
      <span className="row">{children}</span>
    </li>
  );

  function wordsFor({ origin, by, at }: SourcedValue['sources'][number]): string {
    const on = formatDate(at);
    if (origin === 'coordinator') return say('origin.coordinator', { by: by ?? say('someone'), at: on });
    return say(`origin.${origin}`, { at: on });
  }
}

function Prefer({ value, onPrefer }: { readonly value: SourcedValue; readonly onPrefer: () => void }) {
  const say = useTexts(householdTexts);
  return value.preferred ? null : <Act words={say('prefer')} of={value} onAct={onPrefer} />;
}

interface ActProps {
  readonly words: string;
  readonly of: SourcedValue;
  readonly onAct: () => void;
}

function Act({ words, of, onAct }: ActProps) {
  return (
    <Button variant="tertiary" data-size="sm" onClick={onAct}>
      {words}
      <span className="ds-sr-only"> {of.value}</span>
    </Button>
  );
}
