import type { Metadata, Sharp } from 'sharp';
import { AppError } from '../../../platform/errors.js';
import { loadSharp } from './load-sharp.js';

/** Larger ones would take the memory of a small server. */
const mostDots = 100_000_000;

const known = new Set(['jpeg', 'png', 'tiff']);

const wrongKind =
  'Bildet må være en JPEG-, PNG- eller TIFF-fil. Lagre det i et av de formatene, og send det på nytt.';

/** The kinds we take, told by the first bytes: nothing else is ever handed to a decoder. */
const beginnings = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
] as const;

/** A picture as it was sent, standing upright. Its name is not asked, only its bytes. */
export interface SentImage {
  /** A fresh reading of the picture, turned as its camera meant it. */
  open(): Sharp;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** @throws AppError unsupported_media_type for other files, validation_failed for a picture that is spoilt or huge */
export async function openSentImage(bytes: Uint8Array): Promise<SentImage> {
  const isKnown = beginnings.some((beginning) => beginning.every((byte, at) => bytes[at] === byte));
  if (!isKnown) throw new AppError('unsupported_media_type', wrongKind);
  const sharp = await loadSharp();
  const open = () => sharp(bytes, { limitInputPixels: mostDots, failOn: 'error', pages: 1 });
  const facts = await readOrRefuse(() => open().metadata());
  if (!known.has(facts.format)) throw new AppError('unsupported_media_type', wrongKind);
  return { open: () => open().autoOrient(), ...upright(facts) };
}

/** Runs a step over the picture; what it cannot read is the sender's to mend. */
export async function readOrRefuse<Result>(step: () => Promise<Result>): Promise<Result> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof AppError) throw error;
    const isHuge = error instanceof Error && error.message.includes('pixel limit');
    throw badImage(
      isHuge
        ? `Bildet har mer enn ${mostDots / 1_000_000} millioner punkter. Gjør det mindre, og send det på nytt.`
        : 'Bildet er skadet og kan ikke leses. Åpne det i et bildeprogram, lagre det på nytt og send det igjen.',
    );
  }
}

export function badImage(message: string): AppError {
  return new AppError('validation_failed', message, [{ path: 'file', code: 'image', message }]);
}

function upright({ width, height, autoOrient }: Metadata) {
  return { widthPx: autoOrient.width || width, heightPx: autoOrient.height || height };
}
