import type { ReactNode } from 'react';
import { Heading } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import type { HouseholdChange, HouseholdDetail, PersonInHousehold } from '@savner/contract/people';
import { formatPhone } from '../../lib/format/format.js';
import { municipalityName } from '../../lib/municipalities.js';
import { useTexts } from '../../lib/texts/texts.js';
import { addressLines } from './address-lines.js';
import { Contradictions } from './contradictions.js';
import { householdTexts } from './texts.js';
import { Act, ValueGroup } from './value-group.js';

interface HouseholdValuesProps {
  readonly campaign: Campaign;
  readonly household: HouseholdDetail;
  readonly onChange: (change: HouseholdChange) => void;
  /** What is to be known about the numbers besides. */
  readonly phoneNotice?: ReactNode;
}

/** Every spelling, number and address that was ever given, with its source; one of each is used, and may be chosen. */
export function HouseholdValues({ campaign, household, onChange, phoneNotice }: HouseholdValuesProps) {
  const say = useTexts(householdTexts);
  const { values, persons } = household;
  const release = (field: Extract<HouseholdChange, { kind: 'automatic' }>['field']) => () =>
    onChange({ kind: 'automatic', field, personId: null });
  return (
    <section className="panel" aria-labelledby="household-known">
      <Heading level={2} data-size="sm" id="household-known">
        {say('known')}
      </Heading>
      <ValueGroup
        title={say('values.names')}
        values={values.names}
        shown={({ value }) => value}
        onPrefer={({ value }) => onChange({ kind: 'prefer_name', name: value })}
        onRelease={release('name')}
      />
      <ValueGroup
        title={say('values.namesOnCard')}
        values={values.namesOnCard}
        shown={({ lines }) => lines.join('\n')}
        onPrefer={({ lines }) => onChange({ kind: 'names_on_card', names: lines })}
        onRelease={release('names_on_card')}
      />
      <ValueGroup
        title={say('values.phones')}
        values={values.phones}
        shown={({ value }) => formatPhone(value)}
        onPrefer={({ value }) => onChange({ kind: 'prefer_phone', phone: value })}
        onRelease={release('phone')}
        notice={
          <>
            <Contradictions household={household} field="phone" />
            {phoneNotice}
          </>
        }
        besides={({ value, state }) => (
          <Act
            words={state === 'dead' ? say('markOk') : say('markDead')}
            of={value}
            onAct={() => onChange({ kind: state === 'dead' ? 'phone_ok' : 'phone_dead', phone: value })}
          />
        )}
      />
      <ValueGroup
        title={say('values.addresses')}
        values={values.addresses}
        shown={({ address, value }) => addressLines(address) || value}
        onPrefer={({ address }) => onChange({ kind: 'prefer_address', ...address })}
        onRelease={release('address')}
        dead={say('deadAddress')}
        besides={({ address, value, state }) => (
          <Act
            words={state === 'dead' ? say('markAddressOk') : say('markAddressDead')}
            of={addressLines(address) || value}
            onAct={() => onChange({ kind: state === 'dead' ? 'address_ok' : 'address_dead', ...address })}
          />
        )}
        notice={<Contradictions household={household} field="address" />}
      />
      <ValueGroup
        title={say('values.emails')}
        values={values.emails}
        shown={({ value }) => value}
        onPrefer={({ value }) => onChange({ kind: 'prefer_email', email: value })}
        onRelease={release('email')}
        notice={<Contradictions household={household} field="email" />}
      />
      <ValueGroup
        title={say('field.municipality')}
        values={values.municipalities}
        shown={({ value }) => municipalityName(campaign.municipalities, value)}
        onPrefer={({ value }) => onChange({ kind: 'move_municipality', municipality: value })}
        onRelease={release('municipality')}
      />
      {persons.map((person) => (
        <PersonValues key={person.id} person={person} household={household} onChange={onChange} />
      ))}
    </section>
  );
}

interface PersonValuesProps {
  readonly person: PersonInHousehold;
  readonly household: HouseholdDetail;
  readonly onChange: (change: HouseholdChange) => void;
}

/** What belongs to one of the persons; with several of them each is named. One spelling only needs no choice. */
function PersonValues({ person, household, onChange }: PersonValuesProps) {
  const say = useTexts(householdTexts);
  const personId = person.id;
  const of = (title: string) =>
    household.persons.length === 1 ? title : say('ofPerson', { title, name: person.displayName });
  const names = person.names.filter(({ sources, preferred }) => preferred || sources.length > 0);
  return (
    <>
      <ValueGroup
        title={of(say('values.personNames'))}
        values={names.length > 1 ? names : []}
        shown={({ value }) => value}
        onPrefer={({ given, surname }) => onChange({ kind: 'prefer_person_name', personId, given, surname })}
        onRelease={() => onChange({ kind: 'automatic', field: 'person_name', personId })}
      />
      <ValueGroup
        title={of(say('values.birthYears'))}
        values={person.birthYears}
        shown={({ value }) => value}
        onPrefer={({ value }) => onChange({ kind: 'prefer_birth_year', personId, birthYear: Number(value) })}
        onRelease={() => onChange({ kind: 'automatic', field: 'birth_year', personId })}
        notice={<Contradictions household={household} field="birthYear" personId={personId} />}
      />
    </>
  );
}
