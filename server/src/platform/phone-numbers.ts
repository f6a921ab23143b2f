import { compactPhone, isServiceNumber } from '@savner/contract/rules/phone';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

export type PhoneProblem = 'too_short' | 'too_long' | 'not_a_number' | 'not_callable';

export type ParsedPhone =
  | { readonly ok: true; readonly e164: string; readonly isAbroad: boolean }
  | { readonly ok: false; readonly problem: PhoneProblem };

const callable = new Set(['MOBILE', 'FIXED_LINE', 'FIXED_LINE_OR_MOBILE']);

/**
 * Reads a telephone number as people type it (spaces, dots, +47, 0047, foreign with + or 00).
 * Only mobile and fixed-line numbers are let through: premium, shared-cost, short and emergency numbers are
 * `not_callable`. libphonenumber alone would accept 820, 815 and 02800.
 */
export function parsePhone(text: string): ParsedPhone {
  const compact = compactPhone(text.normalize('NFKC'));
  if (!/^\+?\d+$/.test(compact)) return { ok: false, problem: 'not_a_number' };
  const international = /^47\d{8}$/.test(compact) ? `+${compact}` : compact;
  if (isServiceNumber(international)) return { ok: false, problem: 'not_callable' };
  const number = parsePhoneNumberFromString(international, 'NO');
  if (!number) return { ok: false, problem: compact.length < 8 ? 'too_short' : 'not_a_number' };
  if (!number.isPossible()) return { ok: false, problem: wrongLength(international) };
  const type = number.getType();
  if (!type || !callable.has(type))
    return { ok: false, problem: number.isValid() ? 'not_callable' : 'not_a_number' };
  return { ok: true, e164: number.number, isAbroad: number.countryCallingCode !== '47' };
}

function wrongLength(international: string): PhoneProblem {
  if (!international.startsWith('+')) return international.length < 8 ? 'too_short' : 'too_long';
  return international.length < 11 ? 'too_short' : 'too_long';
}
