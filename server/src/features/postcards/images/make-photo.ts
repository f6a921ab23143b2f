import { leastDotsPerInch } from '../domain/card-image.js';
import { badImage, openSentImage, readOrRefuse } from './sent-image.js';
import type { ReadyImage } from './stored-image.js';

/** What a template's place for a picture needs; see `dotsFor`. */
export interface PhotoPlace {
  readonly title: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Finer than any print shows; the rest would only make files heavy. */
const mostDotsPerInch = 400;

/**
 * A picture in the colours of the print, without anything else its file told: CMYK JPEG with Adobe's marker.
 * @param places of the templates; the picture must be fine enough for one of them
 * @param profile ICC profile of the print
 * @throws AppError unsupported_media_type, validation_failed naming the size that is needed
 */
export async function makePhoto(
  bytes: Uint8Array,
  places: readonly PhotoPlace[],
  profile: string,
): Promise<ReadyImage> {
  const sent = await openSentImage(bytes);
  const fits = places.some(({ widthPx, heightPx }) => sent.widthPx >= widthPx && sent.heightPx >= heightPx);
  const [least] = [...places].sort((left, right) => left.widthPx - right.widthPx);
  if (!least) throw badImage('Ingen av kortmalene har plass til et eget bilde.');
  if (!fits) {
    const need = `${least.widthPx} × ${least.heightPx}`;
    throw badImage(
      `Bildet er ${sent.widthPx} × ${sent.heightPx} punkter; kortet trenger minst ${need}. Send et større bilde, helst rett fra kameraet.`,
    );
  }
  const most = Math.max(...places.map(({ widthPx }) => widthPx)) * (mostDotsPerInch / leastDotsPerInch);
  const { data, info } = await readOrRefuse(() =>
    sent
      .open()
      .flatten({ background: 'white' })
      .resize({ width: Math.round(most), height: Math.round(most), fit: 'outside', withoutEnlargement: true })
      .toColourspace('cmyk')
      .withIccProfile(profile, { attach: false })
      .jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
      .toBuffer({ resolveWithObject: true }),
  );
  return { bytes: data, widthPx: info.width, heightPx: info.height };
}
