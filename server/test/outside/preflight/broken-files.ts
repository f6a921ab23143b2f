import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import PDFDocument from 'pdfkit';
import { run, runForBytes } from '../programs.js';

/** Our own file, spoilt in one place. @throws Error when there was nothing to spoil */
export function spoilt(file: string, folder: string, from: RegExp, to: string): string {
  const plain = join(folder, 'plain.pdf');
  run('qpdf', '--qdf', '--object-streams=disable', file, plain);
  const text = readFileSync(plain, 'latin1');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`There is nothing like ${from.source} in the file`);
  writeFileSync(plain, changed, 'latin1');
  const out = join(folder, 'spoilt.pdf');
  writeFileSync(out, runForBytes('fix-qdf', plain));
  return out;
}

/** A CMYK JPEG as Ghostscript makes it, with or without the marker that says which way round its colours are. */
export function cmykJpeg(file: string, folder: string, marker: 'adobe' | 'none'): Buffer {
  const path = join(folder, 'cmyk.jpg');
  run('gs', '-q', '-o', path, '-sDEVICE=jpegcmyk', '-r72', '-dLastPage=1', file);
  const jpeg = readFileSync(path);
  const at = jpeg.indexOf(Buffer.from([0xff, 0xee]));
  const bare =
    at < 0 ? jpeg : Buffer.concat([jpeg.subarray(0, at), jpeg.subarray(at + 2 + jpeg.readUInt16BE(at + 2))]);
  if (marker === 'none') return bare;
  const adobe = Buffer.from('ffee000e41646f626500640000000000', 'hex');
  return Buffer.concat([bare.subarray(0, 2), adobe, bare.subarray(2)]);
}

/** A page that shows a picture so wide. */
export async function withPicture(picture: Buffer, folder: string, inches: number): Promise<string> {
  const out = join(folder, 'picture.pdf');
  const pdf = new PDFDocument({ size: [72 * inches, 72 * inches], margin: 0 });
  const file = createWriteStream(out);
  pdf.pipe(file);
  pdf.image(picture, 0, 0, { width: 72 * inches });
  pdf.end();
  await finished(file);
  return out;
}
