/** Characters that are never printed, yet change what is read: bidirectional marks, zero-width letters, tags. */
const invisible =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffc]|[\u{1d173}-\u{1d17a}]|[\u{e0000}-\u{e0fff}]/gu;
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
