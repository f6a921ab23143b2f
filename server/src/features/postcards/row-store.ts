import type { CardRow, CardRows } from './domain/invented-cards.js';

const blockBytes = 1 << 20;
const [betweenFields, betweenNames] = ['\u0000', '\u0001'];

/**
 * Rows as the bytes of their text, one after the other and outside the heap, where an object of texts would take ten
 * times as much: there may be a hundred thousand.
 */
export class RowStore implements CardRows {
  readonly #blocks: Buffer[] = [];
  /** Bytes used of the last block. */
  #used = blockBytes;
  #count = 0;
  /** Where each row begins, counted in bytes from the first block. */
  #starts = new Uint32Array(1024);
  #ends = new Uint32Array(1024);

  get count(): number {
    return this.#count;
  }

  /** @throws RangeError for a row of more than a megabyte, and when all rows together have more than four gigabytes */
  add(row: CardRow): void {
    const text = packed(row);
    const length = Buffer.byteLength(text);
    if (length > blockBytes) throw new RangeError('A row is longer than a block');
    if (this.#used + length > blockBytes) {
      this.#blocks.push(Buffer.allocUnsafeSlow(blockBytes));
      this.#used = 0;
    }
    const start = (this.#blocks.length - 1) * blockBytes + this.#used;
    if (start + length > 0xffff_ffff) throw new RangeError('The rows are more than can be kept');
    this.#blocks.at(-1)?.write(text, this.#used);
    this.#used += length;
    this.#grow();
    this.#starts[this.#count] = start;
    this.#ends[this.#count] = start + length;
    this.#count += 1;
  }

  at(index: number): CardRow {
    if (!(index >= 0 && index < this.#count)) throw new RangeError(`The table has ${this.#count} cards`);
    const [start, end] = [this.#starts[index] ?? 0, this.#ends[index] ?? 0];
    const from = start % blockBytes;
    const block = this.#blocks[Math.floor(start / blockBytes)];
    return unpacked(block?.toString('utf8', from, from + end - start) ?? '');
  }

  #grow(): void {
    if (this.#count < this.#starts.length) return;
    this.#starts = doubled(this.#starts);
    this.#ends = doubled(this.#ends);
  }
}

function doubled(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}

function packed({ names, ...row }: CardRow): string {
  const { street, postcode, place, country, municipality, mayor, callingFrom, fault } = row;
  const fields = [
    names.join(betweenNames),
    street,
    postcode,
    place,
    country,
    municipality,
    mayor,
    callingFrom,
    fault,
  ];
  return fields.join(betweenFields);
}

function unpacked(row: string): CardRow {
  const [names = '', street = '', postcode = '', place = '', country = '', municipality = '', ...rest] =
    row.split(betweenFields);
  const [mayor = '', callingFrom = '', fault = ''] = rest;
  return {
    names: names.split(betweenNames),
    street,
    postcode,
    place,
    country,
    municipality,
    mayor,
    callingFrom,
    fault,
  };
}
