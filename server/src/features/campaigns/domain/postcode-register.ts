/** `service` postcodes are companies' own: the post delivers no cards there. `box` ones are post office boxes. */
export type PostcodeKind = 'ordinary' | 'box' | 'service';

export interface PostcodeFact {
  readonly place: string;
  readonly kind: PostcodeKind;
}

export type PostcodeRegister = ReadonlyMap<string, PostcodeFact>;

/** The post's letters: both streets and boxes, several uses, streets, boxes, service. */
const kinds: Readonly<Record<string, PostcodeKind>> = {
  B: 'ordinary',
  F: 'ordinary',
  G: 'ordinary',
  P: 'box',
  S: 'service',
};

export type RegisterReading =
  | { readonly ok: true; readonly register: PostcodeRegister }
  | {
      readonly ok: false;
      readonly line: number;
      readonly problem: 'columns' | 'postcode' | 'category' | 'empty';
    };

/**
 * Reads the post's own register: postcode, place, municipality number, municipality, category, with tabs between. A
 * postcode that lies in several municipalities may stand on several lines.
 * @param spelling how a place is written with small letters, where that is known
 */
export function readPostcodeRegister(
  text: string,
  spelling: (postcode: string) => string | null,
): RegisterReading {
  const register = new Map<string, PostcodeFact>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [postcode = '', place = '', , , category] = line.split('\t').map((cell) => cell.trim());
    const wrong = (problem: 'columns' | 'postcode' | 'category') =>
      ({ ok: false, line: index + 1, problem }) as const;
    if (category === undefined || place === '') return wrong('columns');
    if (!/^\d{4}$/.test(postcode)) return wrong('postcode');
    const kind = kinds[category.toUpperCase()];
    if (!kind) return wrong('category');
    register.set(postcode, { place: placeName(place, spelling(postcode)), kind });
  }
  return register.size === 0 ? { ok: false, line: 1, problem: 'empty' } : { ok: true, register };
}

const smallWords = new Set(['i', 'på', 'og', 'ved']);

/** The register has capitals only: OS I ØSTERDALEN is Os i Østerdalen. */
function placeName(place: string, known: string | null): string {
  if (known !== null && known.toLocaleUpperCase('nb') === place.toLocaleUpperCase('nb')) return known;
  const words = place.toLocaleLowerCase('nb').split(' ');
  return words.map((word, index) => (index > 0 && smallWords.has(word) ? word : capitalised(word))).join(' ');
}

function capitalised(word: string): string {
  return word.replace(
    /(^|-)(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toLocaleUpperCase('nb'),
  );
}
