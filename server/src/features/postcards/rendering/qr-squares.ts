import QRCode from 'qrcode';

/** Empty modules around the code, without which it cannot be read. */
const quietZone = 4;

export interface QrSquares {
  /** Modules from side to side, quiet zone included. */
  readonly size: number;
  /** PDF path of all black modules in module units; one rectangle per run, so that no hairline shows between them. */
  readonly path: string;
}

/** The QR code of a text as one filled path. Correction level M: a scratched or rained-on card is still read. */
export function qrSquares(content: string): QrSquares {
  const { modules } = QRCode.create(content, { errorCorrectionLevel: 'M' });
  const runs: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    let column = 0;
    while (column < modules.size) {
      const start = column;
      while (column < modules.size && modules.get(row, column)) column += 1;
      if (column > start) runs.push(`${start + quietZone} ${row + quietZone} ${column - start} 1 re`);
      else column += 1;
    }
  }
  return { size: modules.size + 2 * quietZone, path: runs.join('\n') };
}
