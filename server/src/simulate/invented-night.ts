import { stringify } from 'csv-stringify/sync';
import type { Dice } from '../platform/dice.js';

export interface InventedCaller {
  readonly name: string;
  readonly email: string;
  readonly municipality: string;
  readonly role: 'caller' | 'mayor';
}

export interface InventedHousehold {
  readonly municipality: string;
  readonly firstNames: string;
  readonly lastName: string;
  /** E.164. */
  readonly phones: readonly string[];
  /** Whom the post can reach. */
  readonly hasAddress: boolean;
  /** Who has tipped, when it is one of the callers; `self` when the caller has the same name. */
  readonly tiedTo: { readonly caller: InventedCaller; readonly by: 'name' | 'email' | 'self' } | null;
}

export interface InventedNight {
  readonly callers: readonly InventedCaller[];
  readonly households: readonly InventedHousehold[];
}

const syllables = 'ba de fi go hu jy ka le mi no pu ry sa te vi wo'.split(' ');
const callersInTeam = 12;
const shares = { tied: 0.06, twoPhones: 0.08, noAddress: 0.05 } as const;
/** No factor of nine million: the numbers of the first nine million households are all different, and far apart. */
const stride = 6_180_341;

/** People who do not exist, and who could not be taken for each other. The first of a team is its mayor. */
export function inventNight(
  sizes: { readonly callers: number; readonly households: number },
  municipalities: readonly string[],
  dice: Dice,
): InventedNight {
  const teams = Math.max(1, Math.min(municipalities.length, Math.round(sizes.callers / callersInTeam)));
  const places = municipalities.slice(0, teams);
  const callers = Array.from({ length: sizes.callers }, (_, index): InventedCaller => ({
    name: `${word(index * 5 + 2)}linn Prøve${word(index * 3 + 1).toLowerCase()}lund`,
    email: `ringer-${index}@example.no`,
    municipality: places[index % teams] ?? '',
    role: index < teams ? 'mayor' : 'caller',
  }));
  const selves = new Set<InventedCaller>();
  const households = Array.from({ length: sizes.households }, (_, index) => {
    const municipality = places[index % teams] ?? '';
    const team = callers.filter((caller) => caller.municipality === municipality);
    return inventHousehold(index, municipality, { tiedTo: drawTie(team, selves, dice), dice });
  });
  return { callers, households };
}

/** Nobody is missed under the same name twice: that would be a question to the coordinator. */
function drawTie(
  team: readonly InventedCaller[],
  selves: Set<InventedCaller>,
  dice: Dice,
): InventedHousehold['tiedTo'] {
  if (!dice.chance(shares.tied)) return null;
  const caller = dice.pick(team);
  const by = dice.weighted([
    ['name', 4],
    ['email', 4],
    ['self', 1],
  ] as const);
  if (by === 'self' && selves.has(caller)) return { caller, by: 'name' };
  if (by === 'self') selves.add(caller);
  return { caller, by };
}

function inventHousehold(
  index: number,
  municipality: string,
  { tiedTo, dice }: { readonly tiedTo: InventedHousehold['tiedTo']; readonly dice: Dice },
): InventedHousehold {
  const [firstNames, lastName] =
    tiedTo?.by === 'self'
      ? tiedTo.caller.name.split(' ')
      : [`${word(index * 7 + 3)}rik`, `${word(index)}${word(index * 11 + 5).toLowerCase()}vold`];
  const phones = dice.chance(shares.twoPhones)
    ? [phone(index * 2), phone(index * 2 + 1)]
    : [phone(index * 2)];
  const hasAddress = !dice.chance(shares.noAddress);
  return { municipality, firstNames: firstNames ?? '', lastName: lastName ?? '', phones, hasAddress, tiedTo };
}

/** The list as a coordinator imports it: a row for each number somebody knew. */
export function tipList(households: readonly InventedHousehold[]): Uint8Array {
  const rows = households.flatMap((household, index) =>
    household.phones.map((number, place) => tipRow(household, { index, number, place })),
  );
  return Buffer.from(stringify(rows, { header: true, delimiter: ';' }));
}

function tipRow(
  { municipality, firstNames, lastName, hasAddress, tiedTo }: InventedHousehold,
  { index, number, place }: { readonly index: number; readonly number: string; readonly place: number },
) {
  const isCallers = place === 0 && tiedTo !== null;
  return {
    tip_id: `S${index}-${place}`,
    municipality,
    first_names: firstNames,
    last_name: lastName,
    birth_year: 1950 + (index % 50),
    phone: number,
    street: hasAddress
      ? `${word(index * 3)}${word(index * 13 + 7).toLowerCase()}vegen ${(index % 90) + 1}`
      : '',
    postcode: hasAddress ? '7030' : '',
    place: 'Trondheim',
    relation: 'nabo',
    tipper_name: isCallers && tiedTo.by === 'name' ? tiedTo.caller.name : '',
    tipper_email: isCallers && tiedTo.by === 'email' ? tiedTo.caller.email : '',
  };
}

/** Norwegian mobile numbers; the odd ones from the end are free for what callers learn. */
export function phone(index: number): string {
  return `+479${String(1_000_000 + ((index * stride) % 8_999_993)).padStart(7, '0')}`;
}

/** A word of its own for each number below 65,536; neighbours have little in common. */
function word(seed: number): string {
  const mixed = (seed * 40_503) & 0xffff;
  const letters = [0, 4, 8, 12].map((bits) => syllables[(mixed >> bits) % 16] ?? '').join('');
  return letters.charAt(0).toUpperCase() + letters.slice(1);
}
