import { campaignSettings, type Campaign } from '@savner/contract/campaigns';
import type { MergePreview, ReviewCase } from '@savner/contract/people';
import type { Batch, FoundCard, Readiness } from '@savner/contract/postcards';
import type { ImportPreview, TipImport } from '@savner/contract/tips';

/** Invented records of the shapes the contract promises; the last two hexadecimal digits tell them apart. */
export function anId(number: number): string {
  return `018f3c2a-7b1e-7c3d-8a4f-${number.toString(16).padStart(12, '0')}`;
}

export const sampleMoment = '2026-01-20T17:30:00.000Z';

export function aCampaign(changes: Partial<Campaign> = {}): Campaign {
  const names = { '5025': 'Røros', '3427': 'Tynset', '3426': 'Tolga' };
  return {
    id: anId(1),
    name: 'Savner du noen 2026',
    region: 'Fjellregionen',
    startsOn: '2026-01-12',
    endsOn: '2026-03-31',
    state: 'open',
    languages: ['nb', 'nn'],
    municipalities: Object.entries(names).map(([number, name]) => ({
      number,
      name,
      samiName: null,
      county: 'Innlandet',
      language: 'neutral',
      mayorName: null,
      callingFrom: null,
      ownWords: { nb: null, nn: null },
    })),
    settings: campaignSettings.parse({}),
    contact: { name: 'Regionrådet', email: 'post@example.no', phone: '' },
    version: 1,
    ...changes,
  };
}

/** A case of two sides, or of as many as `count` says. */
export function aCase(
  number: number,
  { count = 2, ...changes }: Partial<ReviewCase> & { readonly count?: number } = {},
): ReviewCase {
  const sides = Array.from({ length: count }, (_, at) => ({
    tipId: anId(number * 16 + at + 1),
    personId: anId(number * 16 + at + 256),
    householdId: anId(number * 16 + at + 512),
    displayName: `${at === 0 ? 'Kristin' : 'Kristine'} Nordvik ${number}`,
    municipality: '5025',
    tipCount: 1,
    receivedAt: sampleMoment,
  }));
  const valuesOf = (first: string, other: string | null) => sides.map((_, at) => (at === 0 ? first : other));
  return {
    id: `person.${number}`,
    kind: 'person',
    sides,
    fields: [
      { field: 'firstNames', values: valuesOf('Kristin', 'Kristine'), state: 'similar' },
      { field: 'lastName', values: valuesOf('Nordvik', 'Nordvik'), state: 'equal' },
      { field: 'birthYear', values: valuesOf('1988', null), state: 'some' },
      { field: 'phone', values: valuesOf('900 12 345', '900 21 345'), state: 'different' },
    ],
    questions: sides.slice(1).map((_, at) => ({
      a: at,
      b: at + 1,
      probability: 0.87,
      explanation: [
        { text: 'Etternavnet er det samme', bits: 6.2 },
        { text: 'Telefonnummeret er ulikt', bits: -1.1 },
      ],
      asks: null,
    })),
    parted: [],
    merged: aMerged(number),
    saves: { what: 'cards', count },
    informBy: '2026-02-20T17:30:00.000Z',
    ...changes,
  };
}

export function aMerged(number: number): MergePreview {
  return {
    displayName: `Kristin Nordvik ${number}`,
    namesOnCard: [`Kristin Nordvik ${number}`],
    address: { street: 'Bergmannsgata 4', postcode: '7374', place: 'Røros', country: null },
    phones: [{ number: '+4790012345', state: 'ok' }],
    emails: [],
    municipality: '5025',
    tipCount: 2,
  };
}

export function aPreview(changes: Partial<ImportPreview> = {}): ImportPreview {
  return {
    fileName: 'tips.csv',
    sha256: 'a'.repeat(64),
    encoding: 'utf-8',
    delimiter: ';',
    columns: [
      { header: 'fornavn', field: 'firstNames' },
      { header: 'kommune', field: 'municipality' },
      { header: 'skonummer', field: null },
    ],
    counts: { rows: 4, good: 3, bad: 1, repeated: 1 },
    problems: [
      {
        row: 3,
        field: 'postcode',
        header: 'postnummer',
        code: 'postcode.length',
        message: 'Et norsk postnummer har fire siffer. Skriv for eksempel 7374.',
      },
    ],
    problemsLeftOut: 0,
    sample: [{ row: 2, municipality: '5025', name: 'Kristin Nordvik', place: 'Trondheim' }],
    alreadyImported: false,
    ...changes,
  };
}

export function anImport(changes: Partial<TipImport> = {}): TipImport {
  const { fileName, sha256, counts, problems } = aPreview();
  return {
    id: anId(70),
    fileName,
    sha256,
    importedAt: sampleMoment,
    importedBy: 'Synne Koordinator',
    counts,
    refusedRows: problems,
    ...changes,
  };
}

export function aBatch(changes: Partial<Batch> = {}): Batch {
  return {
    id: anId(80),
    number: 3,
    state: 'ready',
    template: 'fjell-a6',
    templateVersion: 'c0ffee123456',
    language: 'nb',
    municipalities: [],
    cards: 212,
    leftOut: 14,
    createdAt: sampleMoment,
    createdBy: 'Synne Koordinator',
    job: null,
    sheet: 'single',
    marks: false,
    files: [
      {
        number: 1,
        municipality: null,
        firstCard: 1,
        cards: 212,
        bytes: 3_400_000,
        pages: 424,
        sha256: 'b'.repeat(64),
      },
    ],
    filesDeletedAt: null,
    erased: 0,
    returned: 0,
    postedOn: null,
    ...changes,
  };
}

export function aRenderingBatch(done: number): Batch {
  return aBatch({
    state: 'rendering',
    files: [],
    job: {
      id: anId(81),
      name: 'postcards.render',
      state: done === 0 ? 'waiting' : 'running',
      done,
      total: 212,
      problem: null,
      createdAt: sampleMoment,
      finishedAt: null,
    },
  });
}

export function aFoundCard(changes: Partial<FoundCard> = {}): FoundCard {
  return {
    id: anId(82),
    batchId: anId(80),
    batchNumber: 3,
    position: 17,
    householdId: anId(90),
    addressLines: ['Ola Prøvehaug', 'Prøveveien 9', '5003 Bergen'],
    municipality: '5025',
    state: 'posted',
    postedOn: '2026-01-12',
    returnedOn: null,
    returnReason: null,
    ...changes,
  };
}

export function aReadiness(changes: Partial<Readiness> = {}): Readiness {
  return {
    ready: 212,
    municipalities: [{ number: '5025', name: 'Røros', ready: 80, leftOut: 6, posted: 0, inBatch: 0 }],
    reasons: [{ reason: 'no_address', count: 12 }],
    leftOut: [
      {
        householdId: anId(90),
        name: 'Ola Solbakken',
        municipality: '5025',
        reason: 'no_address',
        remedy: 'Vi har ingen adresse. Skriv den inn på husstanden.',
        informBy: '2026-02-11T11:00:00.000Z',
      },
    ],
    firstInformBy: '2026-02-11T11:00:00.000Z',
    warnings: [],
    ...changes,
  };
}
