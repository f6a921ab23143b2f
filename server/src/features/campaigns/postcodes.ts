import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { rootDirectory } from '../../config/config.js';

const shippedFile = join(rootDirectory, 'server/reference-data/postcodes/postcodes.tsv');

/** The register of Norwegian postcodes that is shipped with the product; see reference-data/postcodes/README.md. */
@Injectable()
export class Postcodes {
  readonly #places = readPlaces(shippedFile);

  /** The place a four-digit postcode stands for, for example `Røros`; null for one that is not in the register. */
  placeOf(postcode: string): string | null {
    return this.#places.get(postcode) ?? null;
  }

  /** The whole register: postcode and place. */
  entries(): Iterable<[string, string]> {
    return this.#places.entries();
  }
}

function readPlaces(file: string): ReadonlyMap<string, string> {
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  return new Map(
    lines.map((line): [string, string] => {
      const [postcode, place] = line.split('\t');
      if (!postcode || !place) throw new Error(`${file} has a line without postcode and place`);
      return [postcode, place];
    }),
  );
}
