const utf8 = new TextDecoder('utf-8', { fatal: true });

/** All that end a line somewhere, since lists are pasted together. */
export const lineBreaks = ['\r\n', '\n', '\r'] as const;

/** Null for what is not UTF-8. */
export function inUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}
