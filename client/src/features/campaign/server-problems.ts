import { ApiError } from '../../lib/api/api-error.js';
import type { FormProblem } from '../../ui/form-problems.js';

const boxes: Readonly<Record<string, string>> = {
  'contact.name': 'contactName',
  'contact.email': 'contactEmail',
  'contact.phone': 'contactPhone',
  'settings.weekdayCallHours': 'settings-weekdayTo',
  'settings.weekdayCallHours.0': 'settings-weekdayFrom',
  'settings.weekdayCallHours.1': 'settings-weekdayTo',
  'settings.saturdayCallHours': 'settings-saturdayTo',
  'settings.saturdayCallHours.0': 'settings-saturdayFrom',
  'settings.saturdayCallHours.1': 'settings-saturdayTo',
  'settings.autoMergeProbability': 'settings-autoMergePercent',
};

/** The server's field problems, at the boxes of the form. */
export function serverProblems(error: unknown): FormProblem[] {
  if (!(error instanceof ApiError)) return [];
  return error.fields.map(({ path, message }) => ({
    fieldId: `campaign-${boxes[path] ?? path.replace(/ownWords\.n(.)$/, 'wordsN$1').replaceAll('.', '-')}`,
    message,
  }));
}
