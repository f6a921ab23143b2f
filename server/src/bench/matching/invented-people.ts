import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { rootDirectory } from '../../config/config.js';
import { type Dice, WeightedList } from '../../platform/dice.js';

export interface Home {
  readonly street: string;
  readonly number: number;
  readonly letter: string;
  readonly postcode: string;
  readonly place: string;
}

/** Somebody who does not exist. */
export interface InventedPerson {
  readonly id: number;
  readonly sex: 'f' | 'm';
  /** One or two given names. */
  readonly given: readonly string[];
  /** One or two surnames. */
  readonly surnames: readonly string[];
  readonly former: string | null;
  readonly nickname: string | null;
  readonly birthYear: number;
  readonly phone: string;
  readonly email: string;
}

export interface InventedHousehold {
  readonly id: number;
  readonly municipality: string;
  readonly home: Home;
  readonly formerHome: Home;
  readonly people: readonly InventedPerson[];
}

/** No factor of nine million: the numbers of the first nine million people are all different, and far apart. */
const stride = 6_180_341;

type Row = Readonly<Record<string, string>>;

/** Invents households that have moved from a number of municipalities to towns all over the country. */
export class InventedPeople {
  readonly #given: Record<'f' | 'm', WeightedList<string>>;
  readonly #surnames: WeightedList<string>;
  readonly #postcodes: readonly (readonly [string, string])[];
  readonly #municipalities: WeightedList<string>;
  readonly #streets: WeightedList<string>;
  readonly #petNames: ReadonlyMap<string, readonly string[]>;
  #persons = 0;
  #households = 0;

  /** @param municipalities how many they have moved from; some are five times as large as others */
  constructor(
    private readonly dice: Dice,
    municipalities: number,
  ) {
    const given = rows('names/given-names.csv', ';');
    const surnames = rows('names/surnames.csv', ';');
    this.#given = { f: byRank(given.filter(ofSex('f')), 12), m: byRank(given.filter(ofSex('m')), 12) };
    this.#surnames = byRank(surnames, 20);
    this.#postcodes = rows('postcodes/postcodes.tsv', '\t').map(
      ({ postcode = '', place = '' }) => [postcode, place] as const,
    );
    const numbers = Array.from({ length: municipalities }, (_, index) => String(1100 + index * 12));
    this.#municipalities = new WeightedList(
      numbers,
      numbers.map((_, index) => 1 + (index % 5)),
    );
    const streets = streetNames(surnames, dice);
    this.#streets = new WeightedList(
      streets,
      streets.map((_, index) => 1 / (8 + index)),
    );
    this.#petNames = petNames();
  }

  household(): InventedHousehold {
    const family = this.#surnames.pick(this.dice);
    const age = 1936 + this.dice.below(68);
    const makeup = this.dice.weighted([
      ['alone', 48],
      ['couple', 33],
      ['siblings', 7],
      ['parent_and_child', 6],
      ['couple_and_child', 6],
    ] as const);
    const people = this.#people(makeup, family, age);
    return {
      id: (this.#households += 1),
      municipality: this.#municipalities.pick(this.dice),
      home: this.#home(),
      formerHome: this.#home(),
      people,
    };
  }

  #people(makeup: string, family: string, birthYear: number): InventedPerson[] {
    const near = () => birthYear + this.dice.below(9) - 4;
    switch (makeup) {
      case 'couple': {
        const married = this.dice.chance(0.55);
        return [
          this.#person('m', [family], birthYear),
          this.#person('f', this.#marriedName(married, family), near(), married),
        ];
      }
      case 'siblings':
        return [this.#person(this.#sex(), [family], birthYear), this.#person(this.#sex(), [family], near())];
      case 'parent_and_child': {
        const parent = this.#person('m', [family], Math.min(birthYear, 1972));
        const isNamedAfter = this.dice.chance(0.06);
        const child = this.#person('m', [family], parent.birthYear + 22 + this.dice.below(14));
        return [parent, isNamedAfter ? { ...child, given: parent.given } : child];
      }
      case 'couple_and_child':
        return [
          this.#person('m', [family], Math.min(birthYear, 1975)),
          this.#person('f', this.#marriedName(true, family), Math.min(birthYear, 1975) + 1, true),
          this.#person(this.#sex(), [family], Math.min(birthYear, 1975) + 22 + this.dice.below(10)),
        ];
      default:
        return [this.#person(this.#sex(), this.#ownSurnames(family), birthYear, this.dice.chance(0.25))];
    }
  }

  #sex(): 'f' | 'm' {
    return this.dice.chance(0.5) ? 'f' : 'm';
  }

  #ownSurnames(family: string): string[] {
    return this.dice.chance(0.1) ? [this.#surnames.pick(this.dice), family] : [family];
  }

  #marriedName(married: boolean, family: string): string[] {
    const own = this.#surnames.pick(this.dice);
    if (!married) return [own];
    return this.dice.chance(0.25) ? [own, family] : [family];
  }

  #person(sex: 'f' | 'm', surnames: readonly string[], birthYear: number, changed = false): InventedPerson {
    const first = this.#given[sex].pick(this.dice);
    const second = this.dice.chance(0.16) ? this.#given[sex].pick(this.dice) : null;
    const given = second !== null && second !== first ? [first, second] : [first];
    const id = (this.#persons += 1);
    const former =
      surnames.length > 1
        ? (surnames[0] ?? null)
        : changed && sex === 'f'
          ? this.#surnames.pick(this.dice)
          : null;
    const forms = this.#petNames.get(first) ?? [];
    return {
      id,
      sex,
      given,
      surnames,
      former,
      nickname: forms.length > 0 && this.dice.chance(0.5) ? this.dice.pick(forms) : null,
      birthYear: Math.min(birthYear, 2007),
      phone: `${this.dice.chance(0.7) ? '4' : '9'}${String(1_000_000 + ((id * stride) % 9_000_000))}`,
      email: this.#email(first, surnames.at(-1) ?? '', id),
    };
  }

  /** Nobody has somebody else's, as it is with telephones. */
  #email(given: string, surname: string, id: number): string {
    const [one, other] = [ascii(given), ascii(surname)];
    const number = String(id);
    const name = this.dice.weighted([
      [`${one}.${other}${number}`, 5],
      [`${one}${number}`, 1],
      [`${one.slice(0, 1)}${other}${number}`, 2],
      [`${other}_${one}${number}`, 2],
    ]);
    return `${name}@example.${this.dice.pick(['no', 'com', 'org', 'net'])}`;
  }

  #home(): Home {
    const [postcode, place] = this.dice.pick(this.#postcodes);
    return {
      street: this.#streets.pick(this.dice),
      number: 1 + this.dice.below(this.dice.chance(0.8) ? 40 : 150),
      letter: this.dice.chance(0.2) ? this.dice.pick(['A', 'B', 'C', 'D']) : '',
      postcode,
      place,
    };
  }
}

function rows(file: string, delimiter: string): Row[] {
  return parse(readFileSync(join(rootDirectory, 'server/reference-data', file)), {
    columns: true,
    delimiter,
    quote: delimiter === '\t' ? false : '"',
    skip_empty_lines: true,
  });
}

function ofSex(sex: string): (row: Row) => boolean {
  return (row) => row['sex'] === sex && !(row['name'] ?? '').includes(' ');
}

/** Names fall off with rank, and those without one are rare. */
function byRank(names: readonly Row[], head: number): WeightedList<string> {
  return new WeightedList(
    names.map(({ name = '' }) => name),
    names.map(({ rank }) => (rank ? 1 / (head + Number(rank)) : 0.0003)),
  );
}

function petNames(): ReadonlyMap<string, readonly string[]> {
  const forms = new Map<string, string[]>();
  for (const { names = '' } of rows('names/name-groups.csv', ';')) {
    const group = names.split('|');
    for (const name of group) {
      forms.set(name, [...(forms.get(name) ?? []), ...group.filter((other) => other !== name)]);
    }
  }
  return forms;
}

/** «Haugenvegen», «Kirkegata»: the common ones first. */
function streetNames(surnames: readonly Row[], dice: Dice): string[] {
  const common = ['Storgata', 'Kirkevegen', 'Skolegata', 'Parkveien', 'Nygata', 'Fjellveien', 'Strandgata'];
  const stems = surnames.slice(0, 2_500).map(({ name = '' }) => name.replace(/(?:sen|en|a)$/, ''));
  const endings = ['veien', 'vegen', 'gata', 'bakken', 's vei', 'gate', 'svingen', 'lia'];
  return [...common, ...stems.map((stem) => `${stem}${dice.pick(endings)}`)];
}

export function ascii(text: string): string {
  return text
    .toLowerCase()
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .replace(/å/g, 'a')
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
}
