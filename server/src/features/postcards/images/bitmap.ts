/** Dark and light dots, eight to a byte, each row from a byte of its own; a dark dot is a one. */
export interface Bitmap {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly dots: Buffer;
}

/** As a portable bitmap (P4 of Netpbm): a line of text and the dots. */
export function writeBitmap({ widthPx, heightPx, dots }: Bitmap): Buffer {
  return Buffer.concat([Buffer.from(`P4\n${widthPx} ${heightPx}\n`, 'latin1'), dots]);
}

const header = /^P4\n(\d+) (\d+)\n/;

/** @throws Error for bytes that `writeBitmap` has not made */
export function readBitmap(bytes: Buffer): Bitmap {
  const read = header.exec(bytes.toString('latin1', 0, 32));
  const [widthPx, heightPx] = [Number(read?.[1]), Number(read?.[2])];
  const dots = bytes.subarray(read?.[0].length ?? bytes.length);
  if (!read || dots.length !== Math.ceil(widthPx / 8) * heightPx)
    throw new Error('This is no bitmap of ours');
  return { widthPx, heightPx, dots };
}

/** @param isDark a byte for each dot, row by row; one where it is dark */
export function packDots(
  isDark: Uint8Array,
  { widthPx, heightPx }: Pick<Bitmap, 'widthPx' | 'heightPx'>,
): Bitmap {
  const rowBytes = Math.ceil(widthPx / 8);
  const dots = Buffer.alloc(rowBytes * heightPx);
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      if (isDark[y * widthPx + x] !== 1) continue;
      const at = y * rowBytes + (x >> 3);
      dots[at] = (dots[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return { widthPx, heightPx, dots };
}

/** The reverse, as grey: black ink on white paper. */
export function unpackDots({ widthPx, heightPx, dots }: Bitmap): Buffer {
  const rowBytes = Math.ceil(widthPx / 8);
  const grey = Buffer.alloc(widthPx * heightPx, 255);
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      if (((dots[y * rowBytes + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0) grey[y * widthPx + x] = 0;
    }
  }
  return grey;
}
