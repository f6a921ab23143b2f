/** For searching as people write: å or aa, ø or ö, æ or ä, capitals or small letters. */
export function foldedText(text: string): string {
  return text
    .toLocaleLowerCase('nb')
    .replaceAll('aa', 'å')
    .replaceAll('ö', 'ø')
    .replaceAll('ä', 'æ')
    .replaceAll('ï', 'i')
    .trim();
}
