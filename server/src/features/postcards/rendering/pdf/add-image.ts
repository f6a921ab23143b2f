import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { readBitmap } from '../../images/bitmap.js';
import { readJpegFacts } from '../../templates/jpeg-facts.js';
import { internals, type Pdf, type PdfReference } from './pdfkit-internals.js';

/**
 * Puts a picture into the file, once: a CMYK JPEG as it is, a bitmap as a mask for ink.
 * @throws Error when the file is gone or is neither
 */
export function addImage(pdf: Pdf, path: string): PdfReference {
  const bytes = readFileSync(path);
  return path.endsWith('.pbm') ? addMask(pdf, bytes) : addPhotograph(pdf, bytes);
}

function addPhotograph(pdf: Pdf, bytes: Buffer): PdfReference {
  const facts = readJpegFacts(bytes);
  if (facts?.kind !== 'cmyk')
    throw new Error('A picture for printing must be a CMYK JPEG with Adobe’s marker');
  const image = internals(pdf).ref({
    Type: 'XObject',
    Subtype: 'Image',
    Width: facts.widthPx,
    Height: facts.heightPx,
    ColorSpace: 'DeviceCMYK',
    BitsPerComponent: 8,
    // Adobe's marker means that full ink is written as nothing.
    Decode: [1, 0, 1, 0, 1, 0, 1, 0],
    Filter: 'DCTDecode',
  });
  image.end(bytes);
  return image;
}

function addMask(pdf: Pdf, bytes: Buffer): PdfReference {
  const { widthPx, heightPx, dots } = readBitmap(bytes);
  const image = internals(pdf).ref({
    Type: 'XObject',
    Subtype: 'Image',
    ImageMask: true,
    Width: widthPx,
    Height: heightPx,
    BitsPerComponent: 1,
    // A dark dot is written as one.
    Decode: [1, 0],
    Filter: 'FlateDecode',
  });
  image.end(deflateSync(dots, { level: 9 }));
  return image;
}
