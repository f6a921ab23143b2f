/** Characters that are never printed, yet change what is read: bidirectional marks, zero-width letters, tags. */
const invisible = /\p{Default_Ignorable_Code_Point}|\p{Bidi_Control}|[\ufff9-\ufffc]/gu;
const control = /[\p{Cc}\u2028\u2029]/gu;
const loneSurrogate = /\p{Surrogate}/gu;

/**
 * Text as it may stand on a card: composed letters (NFC), no control, bidirectional, zero-width or broken
 * characters, and single spaces. A line break becomes a space.
 */
export function cleanText(text: string): string {
  return text
    .replace(loneSurrogate, '')
    .replace(control, ' ')
    .replace(invisible, '')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim();
}
