import { leastDotsPerInch, standingIn } from '../domain/card-image.js';
import { packDots, writeBitmap } from './bitmap.js';
import { loadSharp } from './load-sharp.js';
import { badImage, openSentImage, readOrRefuse, type SentImage } from './sent-image.js';
import type { ReadyImage } from './stored-image.js';

/** Finer than the eye sees at the size of a signature; the rest would only take time. */
const mostDots = { width: 2400, height: 2400 };

/** Ink is darker than this share of the paper around it: so a shadow across the photograph does no harm. */
const inkToPaper = 0.72;

/** A row or column with fewer dark dots than this is dust. */
const leastInk = 2;

interface Grey {
  readonly dots: Buffer;
  readonly width: number;
  readonly height: number;
}

/**
 * Ink on paper as dots that are either dark or light, cut close around the ink.
 * @param place the largest place for it, millimetres; as large as it stands there it must have 300 dots to the inch
 * @throws AppError unsupported_media_type, validation_failed telling what is wrong with the picture
 */
export async function makeSignature(
  bytes: Uint8Array,
  place: { readonly width: number; readonly height: number },
): Promise<ReadyImage> {
  const sent = await openSentImage(bytes);
  const isInk = await inkOf(sent);
  const box = inkBox(isInk);
  if (!box) {
    throw badImage(
      'Det er ingen blekkstreker på bildet. Skriv med mørk penn på hvitt papir, og ta bildet på nytt.',
    );
  }
  refuseCoarse(box, place);
  const size = { widthPx: box.width, heightPx: box.height };
  const cut = Buffer.alloc(box.width * box.height);
  for (let y = 0; y < box.height; y += 1) {
    const from = (box.top + y) * isInk.width + box.left;
    isInk.dots.copy(cut, y * box.width, from, from + box.width);
  }
  return { bytes: writeBitmap(packDots(cut, size)), ...size };
}

/** A one for each dot of ink. */
async function inkOf(sent: SentImage): Promise<Grey> {
  const { data, info } = await readOrRefuse(() =>
    sent
      .open()
      .flatten({ background: 'white' })
      .greyscale()
      .resize({ ...mostDots, fit: 'inside', withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true }),
  );
  const { width, height } = info;
  const sharp = await loadSharp();
  const paper = await sharp(data, { raw: { width, height, channels: 1 } })
    .blur(Math.max(2, width / 25))
    .greyscale()
    .raw()
    .toBuffer();
  const dots = Buffer.alloc(data.length);
  for (let at = 0; at < data.length; at += 1) {
    dots[at] = (data[at] ?? 255) < (paper[at] ?? 255) * inkToPaper ? 1 : 0;
  }
  return { dots, width, height };
}

interface InkBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function inkBox({ dots, width, height }: Grey): InkBox | null {
  const columns = new Uint32Array(width);
  const rows = new Uint32Array(height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (dots[y * width + x] !== 1) continue;
      columns[x] = (columns[x] ?? 0) + 1;
      rows[y] = (rows[y] ?? 0) + 1;
    }
  }
  const hasInk = (count: number) => count >= leastInk;
  const [left, right] = [columns.findIndex(hasInk), columns.findLastIndex(hasInk)];
  const [top, bottom] = [rows.findIndex(hasInk), rows.findLastIndex(hasInk)];
  if (left < 0 || top < 0) return null;
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

function refuseCoarse({ width, height }: InkBox, place: { readonly width: number; readonly height: number }) {
  const standing = standingIn(
    { x: 0, y: 0, ...place },
    { widthPx: width, heightPx: height, alternative: '' },
  );
  const needed = Math.round((standing.width / 25.4) * leastDotsPerInch);
  if (width >= needed) return;
  throw badImage(
    `Underskriften er ${width} punkter bred på bildet; den må være minst ${needed}. Ta bildet nærmere, eller skann arket med 600 punkter per tomme.`,
  );
}
