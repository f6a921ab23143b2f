import type { GeneratedTip } from './tips-generator.js';

type Values = GeneratedTip['values'];

/** A way to tell who is who that a spreadsheet can do: tips with the same text are one person. */
export interface Baseline {
  readonly name: string;
  /** Null where it says nothing, and the tip stays alone. */
  readonly groupOf: (values: Values) => string | null;
}

export const baselines: readonly Baseline[] = [
  {
    name: 'exact name + municipality',
    groupOf: ({ first_names: given, last_name: surname, municipality }) =>
      given === '' || surname === '' ? null : `${given}|${surname}|${municipality}`,
  },
  {
    name: 'fingerprint of the name (as in OpenRefine)',
    groupOf: ({ first_names: given, last_name: surname, municipality }) =>
      given === '' || surname === '' ? null : `${fingerprint(`${given} ${surname}`)}|${municipality}`,
  },
];

/** Key collision as described by OpenRefine: small letters, no marks or punctuation, the words sorted, each once. */
export function fingerprint(text: string): string {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\p{P}\p{C}]/gu, '')
    .split(/\s+/u);
  return [...new Set(words)].sort().join(' ');
}
