/** 32 signs without look-alikes (no I, L, O or U), all of them in the QR code's compact alphabet. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 26 signs of 5 bits, 130 bits, more than anyone can guess; and one that tells of a slip when the code is typed. */
export const codeLength = 27;
const randomSigns = codeLength - 1;
const bytesNeeded = Math.ceil((randomSigns * 5) / 8);

/**
 * The card's code from random bytes (at least 17, of which 130 bits are used).
 * @throws RangeError when there are too few bytes
 */
export function makeCode(bytes: Uint8Array): string {
  if (bytes.length < bytesNeeded) throw new RangeError(`A code needs ${bytesNeeded} bytes`);
  let code = '';
  for (let sign = 0; sign < randomSigns; sign += 1) code += alphabet[fiveBits(bytes, sign * 5)] ?? '';
  return code + checkSign(code);
}

/** In groups of four, as on an account number: `7K3M-9QX2-…-4F`. For reading aloud and typing by hand. */
export function groupCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? '';
}

/**
 * Reads a code as people type it: small letters, spaces and hyphens, O for 0, I and L for 1.
 * @returns the canonical code, or null when the text cannot be one
 */
export function readCode(text: string): string | null {
  const signs = text
    .toUpperCase()
    .replace(/[\s\-–.·]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (signs.length !== codeLength || ![...signs].every((sign) => alphabet.includes(sign))) return null;
  return checkSign(signs.slice(0, randomSigns)) === signs.at(-1) ? signs : null;
}

/**
 * A sign that comes out differently when any one sign is wrong or any two neighbours have changed places: the values are
 * added with weights 1, 2, … 26 modulo the prime 31. (It cannot tell 0 from Z, which nobody mistakes for each other.)
 */
function checkSign(signs: string): string {
  const sum = [...signs].reduce((total, sign, place) => total + (place + 1) * alphabet.indexOf(sign), 0);
  return alphabet[sum % 31] ?? '';
}

/**
 * The address in the card's QR code. Upper case throughout, since that makes a smaller code with larger squares;
 * names of machines and our paths mean the same in both cases.
 * @param publicUrl origin without a trailing slash
 */
export function cardAddress(publicUrl: string, code: string): string {
  return `${publicUrl}/k/${code}`.toUpperCase();
}

/** What stands before the code in the address for typing by hand: no scheme, small letters. */
export function codeAddress(publicUrl: string): string {
  return `${siteName(publicUrl)}/k/`;
}

/** The site as it is said aloud: `savner.example.no`. */
export function siteName(publicUrl: string): string {
  return publicUrl.replace(/^https?:\/\//i, '').toLowerCase();
}

function fiveBits(bytes: Uint8Array, from: number): number {
  const index = from >> 3;
  const two = ((bytes[index] ?? 0) << 8) | (bytes[index + 1] ?? 0);
  return (two >> (11 - (from & 7))) & 31;
}
