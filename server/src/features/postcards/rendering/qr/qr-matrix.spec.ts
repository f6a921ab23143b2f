import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import QRCode from 'qrcode';
import { cardAddress, makeCode } from '../../domain/card-code.js';
import { qrMatrix } from './qr-matrix.js';

function asRows(text: string): string[] {
  const { size, row } = qrMatrix(text);
  return Array.from({ length: size }, (_, index) => {
    const [low, high] = row(index);
    return Array.from({ length: size }, (_module, at) =>
      at < 32 ? (low >>> at) & 1 : (high >>> (at - 32)) & 1,
    ).join('');
  });
}

function asThePackageDraws(text: string): string[] {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  return Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (_module, column) => modules.get(row, column)).join(''),
  );
}

describe('the quick QR code', () => {
  it.each(['https://savner.example.no', 'https://savnerdunoen.fjellregionen.example.no', 'http://s.no'])(
    'has the very modules the qrcode package draws for cards of %s',
    (url) => {
      for (let card = 0; card < 150; card += 1) {
        const address = cardAddress(url, makeCode(createHash('sha256').update(`${url}${card}`).digest()));
        expect(asRows(address)).toEqual(asThePackageDraws(address));
      }
    },
  );

  it('has them for every length of text up to the largest code', () => {
    const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
    for (let length = 1; length <= 261; length += 5) {
      const text = Array.from({ length }, (_, at) => signs[(at * 7 + length) % signs.length]).join('');
      expect(asRows(text)).toEqual(asThePackageDraws(text));
    }
  });

  it('has them for any text at all', () => {
    const anyText = fc.oneof(
      fc.string({ minLength: 1, maxLength: 60 }),
      fc.stringMatching(/^[0-9A-Z $%*+\-./:]{1,80}$/),
      fc.stringMatching(/^[0-9]{1,40}[A-Z]{0,20}[0-9]{0,30}$/),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(text !== '');
        expect(asRows(text)).toEqual(asThePackageDraws(text));
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});
