/**
 * The Norwegian key: two spellings of one name get the same key (Cathrine/Katrine, Ødegaard/Ødegård, Wold/Vold).
 * The order of the rules matters: letters first, endings next, consonants last.
 */
export function norwegianKey(name: string): string {
  return keyOfFolded(foldCase(name));
}

/** The same for a name whose case is folded already. */
export function keyOfFolded(folded: string): string {
  return consonants(endings(stripMarks(norwegianVowels(folded))));
}

/** The same for a keyboard without æ, ø and å: «Asne» and «Åsne», «Sather» and «Sæther» meet here, not in the key. */
export function plainKeyOfFolded(folded: string): string {
  return consonants(endings(stripMarks(bareVowels(folded))));
}

/** Whether a name whose case is folded has none of æ, ø and å, however they are written: its two keys are the same. */
export function isPlain(folded: string): boolean {
  return plainLetters.test(folded);
}

const plainLetters = /^(?!.*(?:ae|oe|aa))[a-z]*$/;

/** What is left without vowels: catches most slips of the finger; good for finding candidates, never for equality. */
export function skeleton(key: string): string {
  const first = key.slice(0, 1);
  return first + key.slice(1).replace(/[aeiou]/g, '');
}

/** Small letters, letters and digits only, other letters than ours brought near (ł, đ, ŧ, ŋ, ß, ð, þ). */
export function foldCase(name: string): string {
  const small = name.toLowerCase();
  if (norwegian.test(small)) return small;
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[łđðŧþŋßıœ]/g, (letter) => nearest[letter] ?? letter)
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** Most names, with nothing to fold but their case. */
const norwegian = /^[a-zæøå]*$/;

const nearest: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ŧ: 't',
  þ: 't',
  ŋ: 'n',
  ß: 'ss',
  ı: 'i',
  œ: 'ø',
};

function norwegianVowels(text: string): string {
  return text
    .replace(/æ|ä|ae/g, 'e')
    .replace(/ø|ö|oe/g, 'o')
    .replace(/å|aa/g, 'o');
}

function bareVowels(text: string): string {
  return text.replace(/æ/g, 'a').replace(/ø/g, 'o');
}

function stripMarks(text: string): string {
  if (withoutMarks.test(text)) return text;
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}

const withoutMarks = /^[a-z]*$/;

function endings(text: string): string {
  return text
    .replace(/g(?:aa|o|a)rd$/, 'gard')
    .replace(/(?:sson|son|ssen)$/, 'sen')
    .replace(/dt$/, 't');
}

function consonants(text: string): string {
  if (!touched.test(text)) return text;
  return text
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/c[hk]/g, 'k')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/[cq]/g, 'k')
    .replace(/w/g, 'v')
    .replace(/z/g, 's')
    .replace(/x/g, 'ks')
    .replace(/gh/g, 'g')
    .replace(/^[hg]j/, 'j')
    .replace(/[yj]/g, 'i')
    .replace(/h(?=[^aeiou]|$)/g, '')
    .replace(/ld/g, 'l')
    .replace(/nd/g, 'n')
    .replace(/ie/g, 'i')
    .replace(/(.)\1+/gu, '$1');
}

/** What any of the rules for consonants begins with; half of all names have none of it. */
const touched = /[chjqwxyz]|ld|nd|ie|(.)\1/u;
