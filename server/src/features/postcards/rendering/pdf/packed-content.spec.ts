import { inflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PackedContent } from './packed-content.js';

type Rectangle = readonly [x: number, y: number, width: number, height: number];
type Part = string | Rectangle;

const content = new PackedContent();

function packed(parts: readonly Part[]): Uint8Array {
  content.clear();
  for (const part of parts)
    if (typeof part === 'string') content.text(part);
    else content.rectangle(...part);
  return content.bytes();
}

function plain(parts: readonly Part[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : `${part.join(' ')} re\n`)).join('');
}

function expectSame(parts: readonly Part[]): void {
  expect(inflateSync(packed(parts)).toString('latin1')).toBe(plain(parts));
}

const signs = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at));

describe('a content stream deflated as it is written', () => {
  it('has every sign of ASCII, and nothing when nothing was written', () => {
    expectSame([]);
    expectSame([`${signs.join('')}\n`]);
  });

  it('has rectangles of every number from 0 to 999, at every place', () => {
    const numbers = Array.from({ length: 1000 }, (_, number) => number);
    expectSame(
      numbers.map((number): Rectangle => [number, (number * 7) % 1000, number, (number * 3) % 1000]),
    );
    expectSame(numbers.map((number): Rectangle => [number % 100, (number * 7) % 100, 1, 1 + (number % 2)]));
    expectSame(numbers.map((number): Rectangle => [number % 100, number % 3, number % 100, 12]));
  });

  it('has whatever is drawn, in any order, long or short', () => {
    const small = fc.nat({ max: 12 });
    const rectangle = fc.oneof(
      fc.tuple(small, small, small, small),
      fc.tuple(fc.nat(999), fc.nat(120), small, small),
    );
    const text = fc.string({ unit: fc.constantFrom(...signs, '\n'), maxLength: 60 });
    fc.assert(
      fc.property(fc.array(fc.oneof<fc.Arbitrary<Part>[]>(rectangle, text), { maxLength: 400 }), (parts) =>
        expectSame(parts),
      ),
      { seed: 5, numRuns: 200 },
    );
  });

  it('finds nothing farther back than a reader remembers, and holds more than one buffer', () => {
    const between = (length: number) => 'q 1 0 0 1 8.504 8.504 cm\n'.repeat(length / 25);
    for (const length of [0, 32_725, 32_750, 32_775, 200_000])
      expectSame([[1, 2, 3, 4], between(length), [5, 6, 3, 4], [5, 6, 3, 4]]);
    for (let back = 32_740; back < 32_780; back += 1)
      expectSame([[1, 2, 3, 4], 'x'.repeat(back), [5, 2, 3, 4]]);
  });

  it('is the same for the same content', () => {
    const parts: Part[] = [[4, 4, 7, 1], 'BT\n', [4, 5, 1, 5]];
    const first = Buffer.from(packed(parts));
    packed([[1, 2, 7, 1]]);
    expect(Buffer.from(packed(parts))).toEqual(first);
  });

  it('refuses what no content has', () => {
    expect(() => content.text('Røros')).toThrow(RangeError);
  });
});
