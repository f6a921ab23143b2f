export type ReadPostcode =
  | { readonly ok: true; readonly postcode: string; readonly isNorwegian: boolean }
  | { readonly ok: false; readonly problem: 'form' | 'place_here' | 'country_missing' };

const norwayNames = new Set(['', 'norge', 'noreg', 'norway', 'nöörje', 'norga', 'no', 'nor', 'n']);

/** An empty country counts as Norway. */
export function isNorway(country: string): boolean {
  return norwayNames.has(country.trim().toLowerCase().replace(/\.$/, ''));
}

/**
 * Reads a postcode as people write it: four digits with the leading zero in Norway (`NO-` and `N-` in front are
 * dropped), the country's own form abroad. Whether a Norwegian code is in use is for the register to say.
 */
export function readPostcode(text: string, country: string): ReadPostcode {
  const written = text.trim().replace(/\s+/g, ' ');
  return isNorway(country) ? norwegian(written, country) : foreign(written);
}

function norwegian(written: string, country: string): ReadPostcode {
  const bare = written.replace(/^(no|n)[\s-]*(?=\d)/i, '');
  if (/^\d{4}$/.test(bare)) return { ok: true, postcode: bare, isNorwegian: true };
  if (!/\d/.test(written)) return { ok: false, problem: 'place_here' };
  const looksForeign = country.trim() === '' && /^([a-z]{0,2}[\s-]?\d{3}\s?\d{2}|[a-z]{1,2}\d.*\d[a-z]{2})$/i;
  return { ok: false, problem: looksForeign && looksForeign.test(written) ? 'country_missing' : 'form' };
}

function foreign(written: string): ReadPostcode {
  if (!/\d/.test(written)) return { ok: false, problem: 'place_here' };
  if (!/^[a-z0-9](?:[a-z0-9 -]{1,10})[a-z0-9]$/i.test(written)) return { ok: false, problem: 'form' };
  return { ok: true, postcode: written.toUpperCase(), isNorwegian: false };
}
