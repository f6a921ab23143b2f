/** What can be said about a telephone number while it is being typed; the server judges it in full. */
export type PhoneHint =
  'empty' | 'unfinished' | 'norwegian' | 'foreign' | 'not_callable' | 'not_a_number' | 'too_long';

/**
 * The digits of a number as people type it, with `+` and country code kept: spaces (also hard ones), dots, hyphens,
 * slashes and brackets are dropped and `00` becomes `+`. Letters and other signs stay, so that they can be refused.
 */
export function compactPhone(text: string): string {
  return text.replace(/[\s.\-‐-―()/\u00a0\u200b]/g, '').replace(/^00(?=\d)/, '+');
}

/** Country codes of no country: free and shared-cost numbers, satellite telephones, personal and premium numbers. */
const worldwideService = /^\+(800|808|870|878|88[1238]|979)/;

/**
 * True for emergency, directory and other short numbers, for the Norwegian series that cost extra or are not people, and
 * for numbers of no country.
 */
export function isServiceNumber(compact: string): boolean {
  if (worldwideService.test(compact)) return true;
  const national = compact.replace(/^\+47/, '');
  return (
    /^(1\d{2}|911|999|000|1[4-9]\d{2,3}|116\d{3}|0\d{4})$/.test(national) || /^8[0-2]\d{6}$/.test(national)
  );
}

/** Help for the eye while typing a Norwegian or foreign number. */
export function phoneHint(text: string): PhoneHint {
  const compact = compactPhone(text);
  if (compact === '') return 'empty';
  if (!/^\+?\d*$/.test(compact)) return 'not_a_number';
  if (isServiceNumber(compact)) return 'not_callable';
  if (compact.startsWith('+') && !'+47'.startsWith(compact) && !compact.startsWith('+47')) {
    return foreignHint(compact);
  }
  const national = compact.startsWith('+') ? compact.slice(3) : compact.replace(/^47(?=\d{8}$)/, '');
  if (national.length > 8) return 'too_long';
  return national.length === 8 && /^[2-9]/.test(national) ? 'norwegian' : 'unfinished';
}

function foreignHint(compact: string): PhoneHint {
  if (compact.length > 16) return 'too_long';
  return compact.length < 8 ? 'unfinished' : 'foreign';
}
