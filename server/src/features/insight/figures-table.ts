import { stringify } from 'csv-stringify/sync';
import type { Figures } from '@savner/contract/insight';
import { stepsOf } from './domain/funnel.js';

const header = [
  'Kommune',
  'Tips',
  'Husstander',
  'Informert',
  'Ringt',
  'Nådd',
  'Interessert',
  'Kontakt med vert',
  'Flyttet',
  'Igjen å ringe',
  'Feil nummer',
];

/** The figures as Norwegian Excel opens them: semicolons, UTF-8 with BOM, CRLF. */
export function figuresTable(figures: Figures): Uint8Array {
  const rows = [
    ...figures.municipalities.map(({ name, funnel, remaining, wrongNumbers }) => [
      name,
      ...[...stepsOf(funnel), remaining, wrongNumbers].map(shown),
    ]),
    ['Hele regionen', ...stepsOf(figures.region).map(shown), '', ''],
  ];
  const text = stringify([header, ...rows], { delimiter: ';', bom: true, record_delimiter: 'windows' });
  return Buffer.from(text, 'utf8');
}

function shown(count: number | null): string {
  return count === null ? 'skjult' : String(count);
}
