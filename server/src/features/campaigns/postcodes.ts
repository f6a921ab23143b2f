import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { ConfigurationError, rootDirectory } from '../../config/config.js';
import { systemError } from '../../platform/system-error.js';
import {
  type PostcodeFact,
  type PostcodeRegister,
  readPostcodeRegister,
  type RegisterReading,
} from './domain/postcode-register.js';

const shippedFile = join(rootDirectory, 'server/reference-data/postcodes/postcodes.tsv');

/**
 * The Norwegian postcodes: those shipped with the product, which all count as ordinary (see
 * reference-data/postcodes/README.md), or those of the post's own register, which tells boxes and service postcodes.
 */
export class Postcodes {
  readonly #register: PostcodeRegister;

  /**
   * @param file the post's register, as it is downloaded; null for the shipped one
   * @throws ConfigurationError when the file cannot be used, with what is wrong in it
   */
  constructor(file: string | null = null) {
    const shipped = readShipped();
    this.#register = file === null ? shipped : readGiven(file, shipped);
  }

  /** The place a four-digit postcode stands for, for example `Røros`; null for one that is not in the register. */
  placeOf(postcode: string): string | null {
    return this.factOf(postcode)?.place ?? null;
  }

  factOf(postcode: string): PostcodeFact | null {
    return this.#register.get(postcode) ?? null;
  }

  /** The whole register: postcode and place. */
  *entries(): Iterable<[string, string]> {
    for (const [postcode, { place }] of this.#register) yield [postcode, place];
  }
}

function readShipped(): PostcodeRegister {
  const [, ...lines] = readFileSync(shippedFile, 'utf8').trimEnd().split('\n');
  return new Map(
    lines.map((line) => {
      const [postcode, place] = line.split('\t');
      if (!postcode || !place) throw new Error(`${shippedFile} has a line without postcode and place`);
      return [postcode, { place, kind: 'ordinary' }];
    }),
  );
}

function readGiven(file: string, shipped: PostcodeRegister): PostcodeRegister {
  const reading = readPostcodeRegister(textOf(file), (postcode) => shipped.get(postcode)?.place ?? null);
  if (reading.ok) return reading.register;
  throw new ConfigurationError([
    `POSTCODE_REGISTER: ${file}, line ${reading.line}: ${remedies[reading.problem]}`,
  ]);
}

/** The post's file is in Windows-1252; one that somebody has saved anew may be in UTF-8. */
function textOf(file: string): string {
  try {
    const bytes = readFileSync(file);
    const utf8 = bytes.toString('utf8');
    return utf8.includes('\ufffd') ? iconv.decode(bytes, 'windows-1252') : utf8.replace(/^\ufeff/, '');
  } catch (error) {
    const reason = systemError(error)?.code ?? 'unknown';
    throw new ConfigurationError([
      `POSTCODE_REGISTER: ${file} cannot be read (${reason}). Put the post's register there, or leave the setting out.`,
    ]);
  }
}

const remedies: Readonly<Record<Extract<RegisterReading, { ok: false }>['problem'], string>> = {
  columns:
    'needs five columns with tabs between: postcode, place, municipality number, municipality, category.',
  postcode: 'the first column must be a postcode of four digits.',
  category: 'the category must be one of the letters B, F, G, P and S.',
  empty: 'the file holds no postcodes. Download the register anew.',
};
