import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { AppError } from '../../platform/errors.js';
import { knownMunicipalities, type Postcodes } from '../campaigns/index.js';
import type { CardTemplates, OpenTemplate } from './card-templates.js';
import { type AddressBlock, addressBlock, postalKey } from './domain/address-block.js';
import { campaignValues, type MunicipalityFacts, noImages } from './domain/campaign-values.js';
import { makeCode } from './domain/card-code.js';
import { cardRecord } from './domain/card-record.js';
import type { Flip, Paper } from './domain/imposition.js';
import type { CardRow, CardRows } from './domain/invented-cards.js';
import type { CampaignValues } from './domain/merge-fields.js';
import { remedyFor } from './domain/remedies.js';
import type { CardTemplate } from './domain/template.js';
import type { PrintCard } from './rendering/card-pages.js';
import type { PdfStandard } from './rendering/pdf/xmp.js';
import { type CardSource, type PrintOptions, writePrintFile } from './rendering/print-file.js';

export interface RenderRequest {
  readonly rows: CardRows;
  readonly template: string;
  readonly language: 'nb' | 'nn';
  readonly region: string;
  readonly publicUrl: string;
  readonly out: string;
  readonly title: string;
  /** Written in the file; the same instant and the same rows give the same bytes. */
  readonly createdAt: Date;
  readonly standard: PdfStandard;
  readonly imposition: { readonly paper: Paper; readonly flip: Flip } | null;
  readonly marks: 'marks' | 'no-marks';
  /** Most cards in one file; null for all in one. */
  readonly split: number | null;
}

export interface RenderReport {
  readonly cards: number;
  readonly bytes: number;
  readonly files: readonly string[];
  /** Rows without a card, counted from 1, with what to do about them. */
  readonly problems: readonly { readonly row: number; readonly remedy: string }[];
}

/**
 * Makes print files without a database, for trying templates and for the print house: sorted for the post. Bad rows stop
 * nobody else.
 * @throws SheetTooSmall when the card has no room on the paper
 * @throws AppError not_found, validation_failed for a template that is not there, is wrong, or has no texts in the language
 */
export async function renderCards(
  request: RenderRequest,
  { templates, postcodes }: { readonly templates: CardTemplates; readonly postcodes: Postcodes },
): Promise<RenderReport> {
  const opened = templates.open(request.template);
  refuseWordless(opened.template, request.language);
  const reader = new RowReader(request, postcodes);
  const options = optionsOf(request, opened);
  const { order, problems } = sorted(request.rows, reader);
  const files = order.length === 0 ? [] : partsOf(request, order.length);
  const watch = { signal: new AbortController().signal, progress: async () => {} };
  let [cards, bytes] = [0, 0];
  for (const { file, from, to } of files) {
    await rm(file, { force: true });
    const part = sourceOf(order.subarray(from, to), request.rows, reader);
    const result = await writePrintFile(file, part, options, watch);
    cards += result.cards;
    bytes += result.bytes;
    for (const { id, problems: found } of result.refused) {
      const missing = found.find(({ kind }) => kind === 'missing_glyph');
      const reason = missing ? 'missing_glyph' : 'address_does_not_fit';
      problems.push({ row: Number(id), remedy: remedyFor(reason, missing?.letters ?? '') });
    }
  }
  if (cards === 0) for (const { file } of files) await rm(file, { force: true });
  return {
    cards,
    bytes,
    files: files.map(({ file }) => file),
    problems: problems.sort((left, right) => left.row - right.row),
  };
}

/** @throws AppError validation_failed */
function refuseWordless({ name, texts }: CardTemplate, language: 'nb' | 'nn'): void {
  if (texts[language]) return;
  const others = (['nb', 'nn'] as const).filter((other) => texts[other]);
  throw new AppError(
    'validation_failed',
    `--language: Kortmalen «${name}» har ingen tekster på ${language}. Velg ${others.join(' eller ')}, eller lag texts.${language}.json.`,
  );
}

function optionsOf(request: RenderRequest, opened: OpenTemplate): PrintOptions {
  const { language, title, createdAt, standard, imposition, marks } = request;
  const { template, fontsFolder, profile } = opened;
  return { template, fontsFolder, profile, language, title, createdAt, standard, imposition, marks };
}

/** `cards.pdf`, or `cards-1.pdf`, `cards-2.pdf` … when there are more than one file may hold. */
function partsOf({ out, split }: RenderRequest, count: number) {
  if (split === null || count <= split) return [{ file: out, from: 0, to: count }];
  const parts = Math.ceil(count / split);
  const ending = extname(out);
  const stem = out.slice(0, out.length - ending.length);
  return Array.from({ length: parts }, (_, part) => ({
    file: `${stem}-${String(part + 1).padStart(String(parts).length, '0')}${ending}`,
    from: part * split,
    to: Math.min(count, (part + 1) * split),
  }));
}

/** Row numbers, from 0, in the order of the post, without those that have no address. */
function sorted(rows: CardRows, reader: RowReader) {
  const problems: { row: number; remedy: string }[] = [];
  const numbers = new Map<string, number>();
  /** The number of each row's key; there are far fewer keys than rows. */
  const keys = new Uint32Array(rows.count);
  const good = new Uint32Array(rows.count);
  let count = 0;
  for (let row = 0; row < rows.count; row += 1) {
    const read = reader.address(rows.at(row));
    if ('remedy' in read) {
      problems.push({ row: row + 1, remedy: read.remedy });
      continue;
    }
    const key = postalKey(read);
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    keys[row] = number;
    good[count++] = row;
  }
  const ranks = ranksOf([...numbers.keys()]);
  const rankOf = (row: number) => ranks[keys[row] ?? 0] ?? 0;
  const order = good.subarray(0, count).sort((left, right) => rankOf(left) - rankOf(right) || left - right);
  return { order, problems };
}

/** The place of each among all, in the order of the post. */
function ranksOf(keys: readonly string[]): Uint32Array {
  const sortedKeys = [...keys.keys()].sort((left, right) => compare(keys[left] ?? '', keys[right] ?? ''));
  const ranks = new Uint32Array(keys.length);
  sortedKeys.forEach((key, rank) => (ranks[key] = rank));
  return ranks;
}

function sourceOf(order: Uint32Array, rows: CardRows, reader: RowReader): CardSource {
  const read = (index: number) => {
    const row = order[index] ?? 0;
    return reader.card(rows.at(row), row + 1);
  };
  return { count: order.length, read: (indices) => Promise.resolve(indices.map(read)) };
}

/** Makes cards of rows; what many rows share is worked out once. */
export class RowReader {
  readonly #known = new Map(knownMunicipalities.map((each) => [each.number, each]));
  readonly #values = new Map<string, CampaignValues>();
  #campaign: ReturnType<typeof campaignOf> | null = null;

  constructor(
    private readonly request: Pick<RenderRequest, 'rows' | 'region' | 'publicUrl' | 'language'>,
    private readonly postcodes: Postcodes,
  ) {}

  address(row: CardRow): AddressBlock | { readonly remedy: string } {
    if (row.fault !== '') return { remedy: row.fault };
    if (!this.#known.has(row.municipality)) {
      return { remedy: `Kommunenummeret «${row.municipality}» er ukjent. Tynset er for eksempel 3427.` };
    }
    const result = addressBlock(row, (postcode) => this.postcodes.factOf(postcode));
    return result.ok ? result.block : { remedy: remedyFor(result.problem, '') };
  }

  /** @param number the row's, from 1. @throws Error for a row whose address was refused */
  card(row: CardRow, number: number): PrintCard {
    const block = this.address(row);
    if ('remedy' in block) throw new Error('A row without an address has no card');
    const { lines } = block;
    const code = makeCode(
      createHash('sha256')
        .update(`${number}\n${lines.join('\n')}`)
        .digest(),
    );
    const municipality = `${row.municipality}\n${row.mayor}\n${row.callingFrom}`;
    return {
      id: String(number),
      municipality,
      values: this.#valuesOf(municipality, row),
      record: cardRecord(lines, { publicUrl: this.request.publicUrl, code }),
    };
  }

  #valuesOf(key: string, row: CardRow): CampaignValues {
    const known = this.#values.get(key);
    if (known) return known;
    this.#campaign ??= campaignOf(this.request, this.#known);
    const facts: MunicipalityFacts = {
      number: row.municipality,
      name: this.#known.get(row.municipality)?.name ?? '',
      mayorName: row.mayor || null,
      callingFrom: row.callingFrom || null,
    };
    const made = campaignValues(this.#campaign, facts, {
      publicUrl: this.request.publicUrl,
      language: this.request.language,
      images: noImages,
    });
    this.#values.set(key, made);
    return made;
  }
}

function campaignOf(
  { rows, region }: Pick<RenderRequest, 'rows' | 'region'>,
  known: ReadonlyMap<string, { readonly number: string; readonly name: string }>,
) {
  const numbers = new Set<string>();
  for (let row = 0; row < rows.count; row += 1) numbers.add(rows.at(row).municipality);
  const municipalities = [...numbers].sort().flatMap((number) => {
    const found = known.get(number);
    return found ? [{ number, name: found.name, mayorName: null, callingFrom: null }] : [];
  });
  return { region, municipalities, contact: { name: '', email: '', phone: '' } };
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
