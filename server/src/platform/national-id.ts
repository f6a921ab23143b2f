import { idnr } from '@navikt/fnrvalidator';

/** Birth numbers, D-numbers, help numbers and synthetic ones (month + 40 or + 80), by their check digits. */
export function isNationalId(elevenDigits: string): boolean {
  return idnr(elevenDigits).status === 'valid';
}
