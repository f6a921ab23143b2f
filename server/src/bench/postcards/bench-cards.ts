import { stringify } from 'csv-stringify/sync';
import QRCode from 'qrcode';
import { knownMunicipalities, Postcodes } from '../../features/campaigns/index.js';
import { type CardRow, type CardRows, CardTemplates, layOutRows } from '../../features/postcards/index.js';
import { Dice } from '../../platform/dice.js';
import { InventedPeople } from '../matching/invented-people.js';

export const publicUrl = 'https://savner.example.no';

/** Cards to invented households with the names, streets and towns of the whole country, as a campaign has them. */
export function benchRows(count: number, seed: number): CardRows {
  const invented = new InventedPeople(new Dice(seed), 8);
  const rows = Array.from({ length: count }, (_, index): CardRow => {
    const { home, people } = invented.household();
    const municipality = knownMunicipalities[index % knownMunicipalities.length]?.number ?? '';
    return {
      names: people.slice(0, 2).map(({ given, surnames }) => [...given, ...surnames].join(' ')),
      street: `${home.street} ${home.number}${home.letter}`,
      postcode: home.postcode,
      place: home.place,
      country: '',
      municipality,
      mayor: 'Ordfører Prøvestad',
      callingFrom: '00 00 00 00',
      fault: '',
    };
  });
  return {
    count,
    at: (index) => {
      const row = rows[index];
      if (!row) throw new RangeError('There is no such row');
      return row;
    },
  };
}

/** The table `postcards render --cards` reads. */
export function asTable(rows: CardRows): string {
  const header = ['names', 'street', 'postcode', 'place', 'country', 'municipality', 'mayor', 'calling_from'];
  const lines = Array.from({ length: rows.count }, (_, index) => {
    const { names, callingFrom, ...row } = rows.at(index);
    return [
      names.join('+'),
      row.street,
      row.postcode,
      row.place,
      row.country,
      row.municipality,
      row.mayor,
      callingFrom,
    ];
  });
  return stringify([header, ...lines], { delimiter: ';' });
}

/** A text at its place: millimetres from the trimmed card's top left corner to the baseline, size in points. */
export interface BenchRun {
  readonly text: string;
  readonly font: string;
  readonly size: number;
  readonly x: number;
  readonly baseline: number;
}

/** What another engine is given: everything laid out, and QR codes as rows of black runs (x, y, width, in modules). */
export interface BenchJob {
  readonly width: number;
  readonly height: number;
  readonly bleed: number;
  readonly fonts: Readonly<Record<string, string>>;
  /** The picture side, as a JPEG of 300 dpi with bleed. */
  readonly picture: string;
  readonly shared: readonly (readonly BenchRun[])[];
  readonly cards: readonly {
    readonly shared: number;
    readonly runs: readonly BenchRun[];
    readonly qr: {
      readonly x: number;
      readonly y: number;
      readonly side: number;
      readonly content: string;
      readonly modules: number;
      readonly dark: readonly (readonly [number, number, number])[];
    };
  }[];
}

export function benchJob(rows: CardRows, picture: string): BenchJob {
  const laidOut = layOutRows(
    { rows, template: 'fjell-a6', language: 'nb', region: 'Fjellregionen', publicUrl },
    { templates: new CardTemplates(), postcodes: new Postcodes() },
  );
  const keys = [...laidOut.shared.keys()];
  return {
    ...laidOut.format,
    fonts: laidOut.fonts,
    picture,
    shared: [...laidOut.shared.values()].map(({ back }) => runsOf(back)),
    cards: laidOut.cards.map(({ key, own }) => {
      const qr = own.back.find((box) => box.kind === 'qr');
      if (!qr) throw new Error('A card has a QR code');
      const { x, y, width } = qr.area;
      return {
        shared: keys.indexOf(key),
        runs: runsOf(own.back),
        qr: { x, y, side: width, content: qr.content, ...drawnCode(qr.content) },
      };
    }),
  };
}

type Boxes = ReturnType<typeof layOutRows>['cards'][number]['own']['back'];

function runsOf(boxes: Boxes): BenchRun[] {
  return boxes.flatMap((box) =>
    box.kind === 'text'
      ? box.runs.map(({ text, font, size, x, baseline }) => ({ text, font, size, x, baseline }))
      : [],
  );
}

function drawnCode(content: string) {
  const { modules } = QRCode.create(content, { errorCorrectionLevel: 'M' });
  const dark: [number, number, number][] = [];
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      const begin = x;
      while (x < modules.size && modules.get(y, x)) x += 1;
      if (x > begin) dark.push([begin + 4, y + 4, x - begin]);
    }
  }
  return { modules: modules.size + 8, dark };
}
