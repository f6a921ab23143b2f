import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** A list of tips to be read piece by piece: a file, or bytes that are in memory already. */
export type ListSource = { readonly path: string } | { readonly bytes: Uint8Array };

export interface OpenList {
  readonly size: number;
  read(start: number, end: number): Buffer;
}

/** Lets `use` read the list, and lets go of the file afterwards. */
export function withList<Result>(source: ListSource, use: (list: OpenList) => Result): Result {
  if ('bytes' in source) {
    const bytes = Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength);
    return use({ size: bytes.length, read: (start, end) => bytes.subarray(start, end) });
  }
  const file = openSync(source.path, 'r');
  try {
    const read = (start: number, end: number) => {
      const piece = Buffer.allocUnsafe(Math.max(0, end - start));
      return piece.subarray(0, readSync(file, piece, 0, piece.length, start));
    };
    return use({ size: fstatSync(file).size, read });
  } finally {
    closeSync(file);
  }
}
