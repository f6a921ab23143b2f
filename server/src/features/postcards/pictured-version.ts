import { createHash } from 'node:crypto';
import type { BatchImages } from './domain/batch.js';

/**
 * The version of a template together with the campaign's own pictures: another picture or signature is another version;
 * without any it is the template's own.
 * @returns 12 hexadecimal digits
 */
export function picturedVersion(templateVersion: string, images: BatchImages | undefined): string {
  const signatures = Object.entries(images?.signatures ?? {}).map(([number, { sha256 }]) => [number, sha256]);
  const photo = images?.photo?.sha256 ?? null;
  if (photo === null && signatures.length === 0) return templateVersion;
  const shown = JSON.stringify([templateVersion, photo, signatures.sort()]);
  return createHash('sha256').update(shown).digest('hex').slice(0, 12);
}

/** Only the signatures of these municipalities. */
export function picturesOf(
  { photo, signatures }: BatchImages,
  municipalities: readonly string[],
): BatchImages {
  const own = Object.entries(signatures).filter(([number]) => municipalities.includes(number));
  return { photo, signatures: Object.fromEntries(own) };
}
