import { Alert } from '@digdir/designsystemet-react';
import type { ContradictedField, HouseholdDetail } from '@savner/contract/people';
import { formatPhone } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { listed } from './listed.js';
import { tieTexts } from './texts.js';

interface ContradictionsProps {
  readonly household: HouseholdDetail;
  readonly field: ContradictedField;
  /** Only of this person. */
  readonly personId?: string;
}

/** «Tipsene sier ulike ting: fødselsår 1984 og 1985», beside the values it is about. */
export function Contradictions({ household, field, personId }: ContradictionsProps) {
  const say = useTexts(tieTexts);
  const { persons, contradictions } = household;
  const found = contradictions.filter(
    (one) => one.field === field && (personId === undefined || one.personId === personId),
  );
  return found.map((one) => {
    const values = one.values.map((value) => shown(field, value));
    const words = say('contradict', {
      field: say(`contradict.${field}`),
      values: listed(values, say('and')),
    });
    const name = persons.find(({ id }) => id === one.personId)?.displayName ?? '';
    return (
      <Alert key={one.personId} data-color="warning" data-size="sm">
        {persons.length === 1 ? '' : `${say('ofOne', { name })} `}
        {words}
      </Alert>
    );
  });
}

/** An address has commas of its own. */
function shown(field: ContradictedField, value: string): string {
  switch (field) {
    case 'phone':
      return formatPhone(value);
    case 'address':
      return `«${value}»`;
    case 'birthYear':
    case 'email':
      return value;
  }
}
