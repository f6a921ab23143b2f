import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cardAddress, codeLength, groupCode, makeCode, readCode } from './card-code.js';

const bytes = fc.uint8Array({ minLength: 17, maxLength: 32 });

describe('the code on the card', () => {
  it('holds 130 bits: two cards differ in their code when they differ in any of them', () => {
    const zero = new Uint8Array(17);
    const codes = Array.from({ length: 130 }, (_, bit) => {
      const changed = new Uint8Array(zero);
      changed[bit >> 3] = 128 >> (bit & 7);
      return makeCode(changed);
    });
    expect(new Set([makeCode(zero), ...codes]).size).toBe(131);
  });

  it('has no letters that look like others', () => {
    fc.assert(fc.property(bytes, (random) => expect(makeCode(random)).toMatch(/^[0-9A-HJKMNP-TV-Z]{27}$/)));
  });

  it('is read back from print however it is typed', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = makeCode(random);
        const typed = groupCode(code).toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l').replace(/-/g, ' ');
        expect(readCode(typed)).toBe(code);
      }),
    );
  });

  it('is printed in groups of four', () => {
    expect(groupCode('ABCDEFGHJK')).toBe('ABCD-EFGH-JK');
  });

  it('tells when one sign is wrong, or two neighbours have changed places', () => {
    const place = fc.integer({ min: 0, max: codeLength - 1 });
    fc.assert(
      fc.property(bytes, place, fc.integer({ min: 1, max: 31 }), (random, at, by) => {
        const signs = [...makeCode(random)];
        const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
        const wrong = alphabet[(alphabet.indexOf(signs[at] ?? '') + by) % 32] ?? '';
        fc.pre(![wrong, signs[at]].every((sign) => sign === '0' || sign === 'Z'));
        expect(readCode(signs.with(at, wrong).join(''))).toBeNull();
        const [here = '', next = ''] = [signs[at], signs[at + 1]];
        fc.pre(
          at < codeLength - 2 && here !== next && ![here, next].every((sign) => sign === '0' || sign === 'Z'),
        );
        expect(
          readCode(
            signs
              .with(at, next)
              .with(at + 1, here)
              .join(''),
          ),
        ).toBeNull();
      }),
    );
  });

  it('is refused when it cannot be one', () => {
    expect(readCode('')).toBeNull();
    expect(readCode('A'.repeat(codeLength - 1))).toBeNull();
    expect(readCode('Ø'.repeat(codeLength))).toBeNull();
  });

  it('makes an address in capitals, for a small QR code', () => {
    expect(cardAddress('https://savner.example.no', 'ABC')).toBe('HTTPS://SAVNER.EXAMPLE.NO/K/ABC');
  });

  it('refuses too little randomness', () => {
    expect(() => makeCode(new Uint8Array(15))).toThrow(RangeError);
  });
});
