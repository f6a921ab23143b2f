import { isPrinted, type StoredCard } from './batch.js';
import type { StoredFile } from './print-files.js';

/** What one file holds, as the print house and the post need to know it. */
export interface PackedFile {
  readonly name: string;
  readonly municipality: string | null;
  readonly firstCard: number;
  readonly cards: number;
  readonly pages: number;
  readonly sha256: string;
  /** Cards for each tray, in the order they lie in the file. */
  readonly trays: readonly Tray[];
}

export interface Tray {
  /** The first two figures of the postcodes; null for addresses abroad. */
  readonly figures: string | null;
  readonly cards: number;
}

/** From so many the post takes mail as bulk mail. */
export const leastBulk = 200;

/**
 * A card that came back since is still in its file, unless the file has been made again without it.
 * @param cards all of the batch, in the order of the files
 * @param nameOf the name a file is downloaded under
 */
export function packFiles(
  files: readonly StoredFile[],
  cards: readonly StoredCard[],
  nameOf: (file: StoredFile) => string,
): PackedFile[] {
  return files.map((file, index) => {
    const end = files[index + 1]?.firstCard ?? Number.POSITIVE_INFINITY;
    const here = cards.filter(({ position }) => position >= file.firstCard && position < end);
    const sent = here.filter((card) => isPrinted(card) || card.state === 'returned');
    const own = sent.length === file.cards ? sent : here.filter(isPrinted);
    const { municipality, firstCard, pages, sha256 } = file;
    return {
      name: nameOf(file),
      municipality,
      firstCard,
      cards: own.length,
      pages,
      sha256,
      trays: traysOf(own),
    };
  });
}

function traysOf(cards: readonly StoredCard[]): Tray[] {
  const counts = new Map<string | null, number>();
  for (const { postcode } of cards) {
    const figures = postcode?.slice(0, 2) ?? null;
    counts.set(figures, (counts.get(figures) ?? 0) + 1);
  }
  return [...counts].map(([figures, count]) => ({ figures, cards: count }));
}
