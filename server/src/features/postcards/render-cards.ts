import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { knownMunicipalities, type Postcodes } from '../campaigns/index.js';
import type { CardTemplates } from './card-templates.js';
import { addressBlock } from './domain/address-block.js';
import { campaignValues, type MunicipalityFacts } from './domain/campaign-values.js';
import { cardAddress, groupCode, makeCode } from './domain/card-code.js';
import type { CardRow } from './domain/invented-cards.js';
import { remedyFor } from './domain/remedies.js';
import { type PrintCard, writePrintFile } from './rendering/print-file.js';

export interface RenderRequest {
  readonly rows: readonly CardRow[];
  readonly template: string;
  readonly language: 'nb' | 'nn';
  readonly region: string;
  readonly publicUrl: string;
  readonly out: string;
  /** Written in the file; the same instant and the same rows give the same bytes. */
  readonly createdAt: Date;
}

export interface RenderReport {
  readonly cards: number;
  readonly bytes: number;
  /** Rows without a card, counted from 1, with what to do about them. */
  readonly problems: readonly { readonly row: number; readonly remedy: string }[];
}

/** Makes a print file without a database, for trying templates and for the print house. Bad rows stop nobody else. */
export async function renderCards(
  request: RenderRequest,
  { templates, postcodes }: { readonly templates: CardTemplates; readonly postcodes: Postcodes },
): Promise<RenderReport> {
  const opened = templates.open(request.template);
  const problems: { row: number; remedy: string }[] = [];
  const cards = request.rows.flatMap((row, index): PrintCard[] => {
    const made = toCard(row, index + 1, request, postcodes);
    if ('remedy' in made) problems.push(made);
    return 'remedy' in made ? [] : [made];
  });
  await rm(request.out, { force: true });
  const options = {
    ...opened,
    language: request.language,
    title: 'Savner du noen',
    createdAt: request.createdAt,
  };
  const watch = { signal: new AbortController().signal, progress: async () => {} };
  const result = await writePrintFile(request.out, cards, options, watch);
  for (const { id, problems: found } of result.refused) {
    const missing = found.find(({ kind }) => kind === 'missing_glyph');
    const reason = missing ? 'missing_glyph' : 'address_does_not_fit';
    problems.push({ row: Number(id), remedy: remedyFor(reason, missing?.letters ?? '') });
  }
  return {
    cards: result.pages / 2,
    bytes: result.bytes,
    problems: problems.sort((left, right) => left.row - right.row),
  };
}

function toCard(
  row: CardRow,
  number: number,
  request: RenderRequest,
  postcodes: Postcodes,
): PrintCard | { readonly row: number; readonly remedy: string } {
  const known = municipality(row.municipality);
  if (!known)
    return {
      row: number,
      remedy: `Kommunenummeret «${row.municipality}» er ukjent. Tynset er for eksempel 3427.`,
    };
  const address = addressBlock(row, (postcode) => {
    const place = postcodes.placeOf(postcode);
    return place === null ? null : { place, kind: 'ordinary' };
  });
  if (!address.ok) return { row: number, remedy: remedyFor(address.problem, '') };
  const code = makeCode(
    createHash('sha256')
      .update(`${number}\n${address.block.lines.join('\n')}`)
      .digest(),
  );
  const lines = address.block.lines;
  return {
    id: String(number),
    municipality: `${known.number}\n${row.mayor}\n${row.callingFrom}`,
    values: campaignValues(campaignOf(request), factsOf(known, row), request.publicUrl),
    record: {
      addressLines: lines,
      qrContent: cardAddress(request.publicUrl, code),
      values: { name: lines[0] ?? '', code: groupCode(code) },
    },
  };
}

interface Named {
  readonly number: string;
  readonly name: string;
}

function factsOf({ number, name }: Named, row: CardRow): MunicipalityFacts {
  return { number, name, mayorName: row.mayor || null, callingFrom: row.callingFrom || null };
}

function campaignOf(request: RenderRequest) {
  const numbers = [...new Set(request.rows.map((row) => row.municipality))].sort();
  const municipalities = numbers.flatMap((number) => {
    const known = municipality(number);
    return known ? [{ number, name: known.name, mayorName: null, callingFrom: null }] : [];
  });
  return { region: request.region, municipalities, contact: { name: '', email: '', phone: '' } };
}

function municipality(number: string): Named | undefined {
  return knownMunicipalities.find((known) => known.number === number);
}
