import type { ContentWriter } from '../pdf/packed-content.js';
import type { QrMatrix } from './qr-matrix.js';

/** Empty modules around the code, without which it cannot be read. */
export const quietZone = 4;

/**
 * Appends all black modules as rectangles of one path, in module units with the quiet zone at the origin and rows
 * downwards. Modules beside and below each other are one rectangle, so that no hairline shows between them.
 */
export function appendQrPath(into: ContentWriter, { size, row }: QrMatrix): void {
  const widths = new Uint8Array(size);
  const heights = new Uint8Array(size);
  for (let y = 0; y <= size; y += 1) {
    const [low, high] = y < size ? row(y) : [0, 0];
    let x = 0;
    while (x < size) {
      let width = 0;
      while (x + width < size && isDark(low, high, x + width)) width += 1;
      const open = widths[x] ?? 0;
      if (open > 0 && open === width) heights[x] = (heights[x] ?? 0) + 1;
      else {
        if (open > 0) append(into, x, y, open, heights[x] ?? 0);
        widths[x] = width;
        heights[x] = width > 0 ? 1 : 0;
      }
      for (let within = 1; within < width; within += 1) {
        close(into, widths, heights, x + within, y);
      }
      x += Math.max(1, width);
    }
  }
}

/** A rectangle from above that begins inside a wider run ends here. */
function close(into: ContentWriter, widths: Uint8Array, heights: Uint8Array, x: number, y: number): void {
  const open = widths[x] ?? 0;
  if (open === 0) return;
  append(into, x, y, open, heights[x] ?? 0);
  widths[x] = 0;
}

function append(into: ContentWriter, x: number, bottom: number, width: number, height: number): void {
  into.rectangle(x + quietZone, bottom - height + quietZone, width, height);
}

function isDark(low: number, high: number, at: number): boolean {
  return ((at < 32 ? low >>> at : high >>> (at - 32)) & 1) === 1;
}
