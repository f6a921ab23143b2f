const pieceLength = 1 << 20;

/** Lines of a file, as bytes in pieces that threads can share. */
export class LinePieces {
  readonly #pieces: Uint8Array[] = [];
  #lines = '';

  add(line: string): void {
    this.#lines += line;
    if (this.#lines.length >= pieceLength) this.#end();
  }

  all(): readonly Uint8Array[] {
    this.#end();
    return this.#pieces;
  }

  #end(): void {
    const piece = Buffer.from(new SharedArrayBuffer(Buffer.byteLength(this.#lines)));
    piece.write(this.#lines);
    this.#pieces.push(piece);
    this.#lines = '';
  }
}

/**
 * Quoted where it must be; a text that a spreadsheet would take for a formula is defused by an apostrophe in front. A
 * number with its sign is none.
 */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^[+-]\d+(?:[.,]\d+)?$/.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
