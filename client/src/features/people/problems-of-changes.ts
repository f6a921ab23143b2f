import type { HouseholdChange } from '@savner/contract/people';
import { ApiError } from '../../lib/api/api-error.js';
import type { FormProblem } from '../../ui/form-problems.js';
import type { HouseholdDraft } from './household-draft.js';

const addressFields = ['street', 'postcode', 'place', 'country'] as const;

/** The server speaks of `changes.1.postcode`; the form has a box called postcode. */
export function problemsOfChanges(error: unknown, changes: readonly HouseholdChange[]): FormProblem[] {
  if (!(error instanceof ApiError)) return [];
  return error.fields.map(({ path, message }) => {
    const [, at = '', field = ''] = path.split('.');
    const change = changes[Number(at)];
    return {
      fieldId: `household-${change === undefined ? 'displayName' : boxOf(change.kind, field)}`,
      message,
    };
  });
}

function boxOf(kind: HouseholdChange['kind'], field: string): keyof HouseholdDraft {
  switch (kind) {
    case 'prefer_address':
    case 'address_dead':
    case 'address_ok':
      return addressFields.find((name) => name === field) ?? 'street';
    case 'names_on_card':
      return 'namesOnCard';
    case 'prefer_phone':
    case 'phone_dead':
    case 'phone_ok':
      return 'phone';
    case 'move_municipality':
      return 'municipality';
    case 'prefer_name':
    case 'prefer_email':
    case 'prefer_birth_year':
    case 'prefer_person_name':
    case 'automatic':
    case 'right_person':
      return 'displayName';
  }
}
