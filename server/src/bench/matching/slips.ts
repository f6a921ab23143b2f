import type { Dice } from '../../platform/dice.js';
import { ascii } from './invented-people.js';

/** How people get a name wrong: another spelling, a keyboard without æ, ø and å, a slip of the finger, all capitals. */
export function writtenName(name: string, dice: Dice): string {
  const how = dice.weighted([
    ['right', 84],
    ['spelling', 7],
    ['slip', 4],
    ['plain', 2.5],
    ['small', 2],
    ['capitals', 0.5],
  ] as const);
  switch (how) {
    case 'right':
      return name;
    case 'spelling':
      return otherSpelling(name, dice);
    case 'slip':
      return slip(name, dice);
    case 'plain':
      return dice.chance(0.5) ? capital(ascii(name) || name) : withoutRings(name, dice);
    case 'small':
      return name.toLowerCase();
    case 'capitals':
      return name.toUpperCase();
  }
}

/** One letter dropped, doubled, changed or swapped with the next. */
export function slip(text: string, dice: Dice): string {
  if (text.length < 3) return text;
  const at = 1 + dice.below(text.length - 1);
  const [before, letter, after] = [text.slice(0, at), text.slice(at, at + 1), text.slice(at + 1)];
  switch (dice.below(4)) {
    case 0:
      return before + after;
    case 1:
      return before + letter + letter + after;
    case 2:
      return before + dice.pick([...'abdefgiklmnoprstuvy']) + after;
    default:
      return before + after.slice(0, 1) + letter + after.slice(1);
  }
}

/** Ways to write the same sound; the first that fits is used in one place. */
const spellings: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^C(?=[ahlor])/, ['K']],
  [/^K(?=[aor])/, ['C']],
  [/th/, ['t']],
  [/(?<=[^s])t(?=[eioa])/, ['th']],
  [/ck|kk/, ['k']],
  [/[vV](?=[aeiou])/, ['w']],
  [/w/, ['v']],
  [/aa/, ['å']],
  [/å/, ['aa']],
  [/ø/, ['ö', 'oe']],
  [/æ/, ['ä', 'e']],
  [/sen$/, ['ssen', 'son']],
  [/gård$/, ['gaard', 'gard']],
  [/ll/, ['ld', 'l']],
  [/nn/, ['n', 'nd']],
  [/ks/, ['x']],
  [/i(?=[aeou])/, ['j']],
  [/y/, ['i']],
  [/z/, ['s']],
  [/d$/, ['dt', 'dd']],
];

function otherSpelling(name: string, dice: Dice): string {
  const fitting = spellings.filter(([sound]) => sound.test(name));
  if (fitting.length === 0) return slip(name, dice);
  const [sound, ways] = dice.pick(fitting);
  return capital(name.replace(sound, dice.pick(ways)));
}

function withoutRings(name: string, dice: Dice): string {
  const way = dice.pick([
    { æ: 'a', ø: 'o', å: 'a', Æ: 'A', Ø: 'O', Å: 'A' },
    { æ: 'ae', ø: 'oe', å: 'aa', Æ: 'Ae', Ø: 'Oe', Å: 'Aa' },
  ]);
  return name.replace(/[æøåÆØÅ]/g, (letter) => way[letter as keyof typeof way]);
}

function capital(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
