import type { Role } from '@savner/contract/accounts';

export interface DemoPerson {
  readonly key: string;
  /** What the person is, for the list of links. */
  readonly title: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly municipality: string | null;
  /** Whether the newcomer gets a link to sign in as this person. */
  readonly isOffered: boolean;
}

/** Invented people: nobody of these names works in these municipalities. */
export const demoPeople: readonly DemoPerson[] = [
  person('koordinator', 'koordinator', 'Kaia Prøvestad', ['coordinator', 'admin'], null, 'offered'),
  person('ordforer', 'ordfører i Tynset', 'Tordis Prøvli', ['mayor'], '3427', 'offered'),
  person('ringer', 'ringer i Tynset', 'Rolf Prøvmo', ['caller'], '3427', 'offered'),
  person('ringer-2', 'ringer i Tynset', 'Rita Prøvhaug', ['caller'], '3427', 'offered'),
  person('vert', 'tilflyttervert i Tynset', 'Vigdis Prøveng', ['host'], '3427', 'offered'),
  ...team('5025', 'Anders Prøvås', 'Siri Prøvestuen'),
  ...team('3426', 'Ingrid Prøvdal', 'Knut Prøvemo'),
  ...team('3430', 'Peder Prøvbakk', 'Randi Prøvlien'),
  ...team('3428', 'Gunhild Prøvset', 'Tore Prøvlund'),
  ...team('3429', 'Esten Prøvhaugen', 'Marte Prøveid'),
  ...team('3424', 'Berit Prøvnes', 'Lars Prøvsveen'),
];

function team(number: string, mayor: string, caller: string): DemoPerson[] {
  return [
    person(`ordforer-${number}`, 'ordfører', mayor, ['mayor'], number),
    person(`ringer-${number}`, 'ringer', caller, ['caller'], number),
  ];
}

function person(
  key: string,
  title: string,
  name: string,
  roles: readonly Role[],
  municipality: string | null,
  offer?: 'offered',
): DemoPerson {
  const email = `${key}@example.no`;
  return { key, title, name, email, roles, municipality, isOffered: offer === 'offered' };
}
