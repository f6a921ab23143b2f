/** Splits a name into its words; hyphen and slash count as spaces, quotation marks and brackets are dropped. */
export function nameWords(text: string): string[] {
  return text
    .replace(/["'«»“”‘’`´()[\]]/g, (mark) => (mark === '’' || mark === "'" ? '' : ' '))
    .split(/[\s\-/,;:]+/u)
    .filter((word) => /\p{L}/u.test(word))
    .slice(0, 12);
}

/** The parts of «Kari og Ola», «Kari & Ola», «Kari + Ola», «Kari and Ola»; one part when nobody else is named. */
export function coupleParts(text: string): string[] {
  return text
    .split(/\s*[&+]\s*|\s+(?:og|and|jïh)\s+/iu)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
