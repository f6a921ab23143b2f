import type { TipFormField, TipFormPage } from '@savner/contract/pages';

/** What a field of the form gets from the page: its name, what was typed, and what is wrong with it. */
export function fieldProps(page: Pick<TipFormPage, 'values' | 'problems'>, field: TipFormField) {
  return {
    id: field,
    name: field,
    defaultValue: page.values[field] ?? '',
    problem: page.problems.find(({ path }) => path === field)?.message,
  };
}

export interface TipFieldsProps {
  readonly page: TipFormPage;
}
