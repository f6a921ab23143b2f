export type ReadBirthYear =
  | { readonly ok: true; readonly year: number | null }
  | { readonly ok: false; readonly problem: 'form' | 'range' | 'under_18' };

const oldest = 110;

/**
 * Reads an approximate birth year: `1984`, `ca. 1984`, `1984?`. Two digits are not guessed at.
 * Those who turn 18 this year are let through: tips are often a year off, and the call comes later.
 * @param thisYear the calendar year of the tip in Norway
 */
export function readBirthYear(text: string, thisYear: number): ReadBirthYear {
  if (text === '') return { ok: true, year: null };
  const digits =
    /^(?:(?:ca|cirka|omtrent|omkring|rundt|kring|født|fødd|f)\.?\s*)*(\d{4})\s*(?:\?|\(\?\)|ca\.?)?$/i.exec(
      text,
    )?.[1];
  if (digits === undefined) return { ok: false, problem: 'form' };
  const year = Number(digits);
  if (year > thisYear || year < thisYear - oldest) return { ok: false, problem: 'range' };
  return thisYear - year < 18 ? { ok: false, problem: 'under_18' } : { ok: true, year };
}
