const folded: Readonly<Record<string, string>> = {
  æ: 'ae',
  ä: 'ae',
  ø: 'o',
  ö: 'o',
  å: 'a',
  ð: 'd',
  þ: 'th',
  đ: 'd',
  ŋ: 'n',
  ŧ: 't',
  ł: 'l',
  ß: 'ss',
  ï: 'i',
};

/**
 * A text for searching and for reading misspelt municipality names: small letters, å = aa = a, ø = ö = oe = o, æ = ä = ae,
 * no accents, one space between words, no punctuation. Both sides of a comparison must be folded.
 */
export function foldText(text: string): string {
  const letters = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[æäøöåðþđŋŧłßï]/g, (letter) => folded[letter] ?? letter);
  return letters
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/aa/g, 'a')
    .replace(/oe/g, 'o')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
