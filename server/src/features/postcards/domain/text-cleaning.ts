/** Characters that are never printed, yet change what is read: bidirectional marks, zero-width letters, tags. */
const invisible = /\p{Default_Ignorable_Code_Point}|\p{Bidi_Control}|[\ufff9-\ufffc]/gu;
const control = /[\p{Cc}\u2028\u2029]/gu;
const loneSurrogate = /\p{Surrogate}/gu;

/**
 * Text as it may stand on a card: composed letters (NFC), no control, bidirectional, zero-width or broken
 * characters, and single spaces. A line break becomes a space.
 */
export function cleanText(text: string): string {
  if (isClean(text)) return text;
  return text
    .replace(loneSurrogate, '')
    .replace(control, ' ')
    .replace(invisible, '')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Whether there is nothing to do, which is so for nearly all names: composed Latin letters with single spaces. */
function isClean(text: string): boolean {
  let isAfterSpace = true;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const isSpace = unit === 0x20;
    if (isSpace ? isAfterSpace : !isLatin(unit)) return false;
    isAfterSpace = isSpace;
  }
  return text === '' || !isAfterSpace;
}

/** Visible signs up to U+024F; the soft hyphen is invisible. */
function isLatin(unit: number): boolean {
  return (unit > 0x20 && unit < 0x7f) || (unit > 0xa0 && unit < 0x250 && unit !== 0xad);
}
