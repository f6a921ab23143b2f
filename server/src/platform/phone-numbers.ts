import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

export type ParsedPhone =
  | { readonly ok: true; readonly e164: string; readonly isAbroad: boolean }
  | { readonly ok: false; readonly problem: 'too_short' | 'not_a_number' | 'not_callable' };

const callable = new Set(['MOBILE', 'FIXED_LINE', 'FIXED_LINE_OR_MOBILE']);

/**
 * Reads a telephone number as people type it (spaces, dots, +47, 0047, foreign with + or 00).
 * Only mobile and fixed-line numbers are let through: premium, shared-cost, short and emergency numbers are not.
 */
export function parsePhone(text: string): ParsedPhone {
  const compact = text.replace(/[\s.\-()/\u00a0]/g, '').replace(/^00/, '+');
  if (!/^\+?\d+$/.test(compact)) return { ok: false, problem: 'not_a_number' };
  const international = compact.startsWith('47') && compact.length === 10 ? `+${compact}` : compact;
  if (/^(1\d{2}|1[5-9]\d{2,3}|0\d{4})$/.test(international)) return { ok: false, problem: 'not_callable' };
  const number = parsePhoneNumberFromString(international, 'NO');
  if (!number || !number.isPossible()) return { ok: false, problem: 'too_short' };
  const type = number.getType();
  if (!type || !callable.has(type))
    return { ok: false, problem: number.isValid() ? 'not_callable' : 'not_a_number' };
  return { ok: true, e164: number.number, isAbroad: number.country !== 'NO' };
}
