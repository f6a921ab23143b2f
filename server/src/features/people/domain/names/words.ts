const plain = /^[\p{L} -]*$/u;
const mostWords = 12;

/** Splits a name into its words; hyphen and slash count as spaces, «P.O.» is two, quotation marks and brackets are dropped. */
export function nameWords(text: string): string[] {
  if (plain.test(text))
    return text
      .split(/[ -]+/)
      .filter((word) => word !== '')
      .slice(0, mostWords);
  return text
    .replace(/(?<!\p{L})(?:\p{L}\.){2,}/gu, (initials) => initials.replaceAll('.', '. '))
    .replace(/["'«»“”‘’`´()[\]]/g, (mark) => (mark === '’' || mark === "'" ? '' : ' '))
    .split(/[\s\-/,;:]+/u)
    .filter((word) => /\p{L}/u.test(word))
    .slice(0, mostWords);
}

/** The parts of «Kari og Ola», «Kari & Ola», «Kari + Ola», «Kari and Ola»; one part when nobody else is named. */
export function coupleParts(text: string): string[] {
  if (!/[&+]|\s(?:og|and|jïh)\s/iu.test(text)) return text.trim() === '' ? [] : [text.trim()];
  return text
    .split(/\s*[&+]\s*|\s+(?:og|and|jïh)\s+/iu)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
