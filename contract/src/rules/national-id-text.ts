/** Tells whether eleven digits are a valid Norwegian identity number (birth, D-, help or synthetic number). */
export type IsNationalId = (elevenDigits: string) => boolean;

/**
 * Whether a text holds a national identity number, however it is divided: `174866 21850`, `17.48.66-21850`,
 * `1 7 4 8 …` and with the century written out (`17.08.1966 21850`).
 * A run that begins with + or 00 is a telephone number. Only whole groups of digits are put together, so that a phone number beside a year is not mistaken for one.
 */
export function holdsNationalId(text: string, isNationalId: IsNationalId): boolean {
  const runs = text.normalize('NFKC').match(/\+?\d+(?:[\s.\-‐-―/,:]{1,3}\d+)*/gu) ?? [];
  const domestic = runs.filter((run) => !/^(?:\+|00\s?[1-9])/.test(run));
  return domestic.some((run) => candidates(run.match(/\d+/g) ?? []).some(isNationalId));
}

function candidates(groups: readonly string[]): string[] {
  return groups.flatMap((_, start) => {
    const found: string[] = [];
    let digits = '';
    for (const group of groups.slice(start)) {
      digits += group;
      if (digits.length > 13) break;
      if (digits.length === 11) found.push(digits);
      if (digits.length === 13) found.push(withoutCentury(digits));
    }
    return found;
  });
}

function withoutCentury(digits: string): string {
  return /^\d{4}(19|20)/.test(digits) ? digits.slice(0, 4) + digits.slice(6) : '';
}
