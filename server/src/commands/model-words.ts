import type { LevelEvidence, ModelChange, PairIds } from '../features/people/index.js';

type Words = Readonly<Record<string, string>>;

/** What fields and levels are called; a level without words is shown by its code. */
const fieldWords: Readonly<
  Record<LevelEvidence['field'], { readonly name: string; readonly levels: Words }>
> = {
  given: {
    name: 'Fornavn',
    levels: {
      exact: 'likt',
      spelling: 'skrevet ulikt',
      swapped: 'byttet med etternavnet',
      shared: 'ett navn felles',
      variant: 'variant av samme navn',
      nickname: 'kallenavn',
      slip: 'skrivefeil',
      resembling: 'minner om hverandre',
      initial: 'forbokstav',
      shared_but_differs: 'ett felles, ett ulikt',
      different: 'ulikt',
      different_known: 'to kjente, ulike navn',
    },
  },
  surname: {
    name: 'Etternavn',
    levels: {
      exact: 'likt',
      spelling: 'skrevet ulikt',
      swapped: 'byttet med fornavnet',
      slip: 'skrivefeil',
      near_known: 'to vanlige som likner',
      resembling: 'minner om hverandre',
      different: 'ulikt',
    },
  },
  year: {
    name: 'Fødselsår',
    levels: {
      equal: 'likt',
      one_off: 'ett år fra',
      two_off: 'to år fra',
      three_off: 'tre år fra',
      figure_slip: 'ett siffer fra',
      far: 'flere år fra',
      generation_slip: 'en generasjon, ett siffer',
      generation: 'en generasjon fra',
    },
  },
  phone: { name: 'Telefon', levels: { equal: 'lik', one_off: 'ett siffer fra', different: 'ulik' } },
  email: {
    name: 'E-post',
    levels: { equal: 'lik', one_off: 'ett tegn fra', similar: 'likner', different: 'ulik' },
  },
  place: {
    name: 'Bosted',
    levels: {
      address: 'samme adresse',
      address_slip: 'nesten samme adresse',
      street: 'samme gate',
      postcode: 'samme postnummer',
      town: 'samme sted',
      near: 'samme landsdel',
      country: 'samme land',
      different: 'ulike steder',
    },
  },
  home: { name: 'Kommune som savner', levels: { same: 'samme', different: 'ulike' } },
};

/** Says that only a sample was looked at, where it was. */
export function sampleLines(tips: number, all: number): string[] {
  if (tips >= all) return [];
  return [
    `Det er et utvalg av ${all} tips: noen trukket tilfeldig, og de som kan handle om de samme. Tallene gjelder utvalget.`,
  ];
}

/** Per field and level: old bits, new bits, and how many pairs it rests on. */
export function describeWeights(
  evidence: readonly LevelEvidence[],
  prior: { readonly before: number; readonly after: number },
): string {
  const names = [...new Set(evidence.map(({ field }) => field))];
  const fields = names.flatMap((field) => [
    fieldWords[field].name,
    ...evidence.filter((one) => one.field === field).map(levelLine),
  ]);
  const start = `Utgangspunkt ${signed(prior.before)} → ${signed(prior.after)}: flyttet motsatt vei, så forsiktigheten er den samme.`;
  return [
    'Vekt i bit: den som følger med → den som er lært (par som tas for samme person / tilfeldige par på nivået)',
    ...fields,
    start,
  ].join('\n');
}

function levelLine({ field, level, before, after, same, strangers }: LevelEvidence): string {
  const name = (fieldWords[field].levels[level] ?? level).padEnd(24);
  const moved = before === after ? '  uendret' : `→ ${signed(after).padStart(6)}`;
  return `  ${name}${signed(before).padStart(6)} ${moved.padEnd(9)}  (${Math.round(same)} / ${Math.round(strangers)})`;
}

/** Two of each kind: ten in all. */
const mostExamplesEach = 2;

/** What would change, in numbers and tip ids; nobody's name stands in a terminal. */
export function describeChange(change: ModelChange): string {
  const { persons, households, questions } = change;
  return [
    counted('par går fra spørsmål til automatisk', change.toAutomatic),
    counted('par går fra automatisk til spørsmål', change.fromAutomatic),
    counted('nye spørsmål', change.newQuestions),
    counted('spørsmål faller bort', change.questionsGone),
    counted('svar fra mennesker sier modellen imot (svarene gjelder uansett)', change.contradicted),
    `  Personer: ${persons.before} → ${persons.after}. Husstander: ${households.before} → ${households.after}. Spørsmål: ${questions.before} → ${questions.after}.`,
    ...examples(change),
  ].join('\n');
}

function counted(what: string, pairs: readonly PairIds[]): string {
  return `  ${String(pairs.length).padStart(5)} ${what}`;
}

function examples(change: ModelChange): string[] {
  const kinds: readonly (readonly [readonly PairIds[], string])[] = [
    [change.contradicted, 'svaret sier noe annet'],
    [change.toAutomatic, 'ville blitt slått sammen'],
    [change.fromAutomatic, 'ville blitt spurt om'],
    [change.newQuestions, 'nytt spørsmål'],
    [change.questionsGone, 'spørsmål som faller bort'],
  ];
  const lines = kinds.flatMap(([pairs, what]) =>
    pairs.slice(0, mostExamplesEach).map((pair) => line(pair, what)),
  );
  return lines.length === 0 ? [] : ['  For eksempel (tips-id):', ...lines];
}

function line({ a, b }: PairIds, what: string): string {
  return `    ${a}  ${b}  ${what}`;
}

function signed(bits: number): string {
  const text = Math.abs(bits).toFixed(2).replace('.', ',');
  return bits < 0 ? `−${text}` : `+${text}`;
}
