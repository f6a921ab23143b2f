import { formatNumber } from '../../lib/format/format.js';
import type { Say } from '../../lib/texts/texts.js';
import type { postcardTexts } from './texts.js';

const kilobyte = 1024;
const megabyte = kilobyte * kilobyte;

/** The size of a file → `460 kB`, `3,2 MB`. */
export function sizeWords(bytes: number, say: Say<typeof postcardTexts.nb>): string {
  return bytes < megabyte
    ? say('kilobytes', { size: formatNumber(Math.ceil(bytes / kilobyte)) })
    : say('megabytes', { size: formatNumber(Math.round((bytes / megabyte) * 10) / 10) });
}
