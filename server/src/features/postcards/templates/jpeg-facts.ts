export interface JpegFacts {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Four channels with Adobe's marker; printing programs take a file without it for a negative. */
  readonly kind: 'cmyk' | 'other';
}

const [startOfImage, startOfScan, adobe] = [0xffd8, 0xffda, 0xffee];
/** A frame's header, all ways of coding; between them are tables. */
const frames = new Set([0xffc0, 0xffc1, 0xffc2]);

/** What a JPEG file says of itself; null when it is none. */
export function readJpegFacts(bytes: Buffer): JpegFacts | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== startOfImage) return null;
  let isAdobe = false;
  for (let at = 2; at + 4 <= bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt16BE(at);
    if (marker === startOfScan) return null;
    if (marker === adobe && bytes.toString('latin1', at + 4, at + 9) === 'Adobe') isAdobe = true;
    if (frames.has(marker) && at + 10 <= bytes.length) {
      const [heightPx, widthPx] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
      return { widthPx, heightPx, kind: bytes[at + 9] === 4 && isAdobe ? 'cmyk' : 'other' };
    }
  }
  return null;
}
