import { ApiError } from '../lib/api/api-error.js';
import type { FormProblem } from './form-problems.js';

/** The field problems of a refusal, for a form whose fields have the ids `prefix-path`. */
export function problemsOf(error: unknown, prefix: string): FormProblem[] {
  if (!(error instanceof ApiError)) return [];
  return error.fields.map((field) => ({
    fieldId: `${prefix}-${field.path.replaceAll('.', '-')}`,
    message: field.message,
  }));
}

/** The words for one field, or undefined when it is fine. */
export function problemAt(problems: readonly FormProblem[], fieldId: string): string | undefined {
  return problems.find((problem) => problem.fieldId === fieldId)?.message;
}
