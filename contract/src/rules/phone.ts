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

/** True for emergency, directory and other short numbers and for the Norwegian series that cost extra or are not people. */
export function isServiceNumber(compact: string): boolean {
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
