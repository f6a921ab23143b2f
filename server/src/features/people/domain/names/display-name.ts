/** A name as it should stand on a card: «KARI» and «kari» become «Kari», «mcDonald» and «van der Berg» are left alone. */
export function tidyName(written: string): string {
  const trimmed = written.replace(/\s+/g, ' ').trim();
  const isShouted = trimmed.length > 2 && trimmed === trimmed.toUpperCase();
  const isWhispered = trimmed === trimmed.toLowerCase();
  return isShouted || isWhispered ? capitalised(trimmed.toLowerCase()) : trimmed;
}

/** «Kari og Ola Haugen», «Kari Haugen og Ola Dahl», «Kari, Ola og Per Haugen». */
export function jointName(people: readonly { readonly given: string; readonly surname: string }[]): string {
  const surnames = new Set(people.map((person) => person.surname));
  const [shared] = surnames;
  if (people.length > 1 && surnames.size === 1 && shared) {
    return `${listed(people.map((person) => person.given))} ${shared}`.trim();
  }
  return listed(people.map(fullName));
}

export function fullName({ given, surname }: { readonly given: string; readonly surname: string }): string {
  return `${given} ${surname}`.trim();
}

/** For lists in Norwegian alphabetical order on any database: æ, ø, å (and aa) after z, marks stripped, by surname first. */
export function sortKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/å|aa/g, 'zzc')
    .replace(/æ|ä/g, 'zza')
    .replace(/ø|ö/g, 'zzb')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join('0')
    .slice(0, 200);
}

/** Folds a text and what is searched for alike: å/aa, ø/ö/oe, æ/ä/ae, ï/i and every accent. */
export function searchKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/å|aa/g, 'a')
    .replace(/ø|ö|oe/g, 'o')
    .replace(/æ|ä|ae/g, 'e')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}@+.]+/gu, ' ')
    .trim();
}

function listed(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} og ${names.at(-1) ?? ''}`;
}

function capitalised(text: string): string {
  return text.replace(
    /(^|[\s-])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}
