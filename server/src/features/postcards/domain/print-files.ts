/** How the cards of a batch are divided among files. */
export interface FileRules {
  readonly perMunicipality: boolean;
  /** At least 1. */
  readonly cardsPerFile: number;
}

interface PlacedCard {
  readonly municipality: string;
  /** Place in the batch, from 1. */
  readonly position: number;
}

export interface PlannedFile<Card> {
  /** From 1. */
  readonly number: number;
  /** Null where the file may hold cards of several. */
  readonly municipality: string | null;
  /** In the order they are printed; at least one. */
  readonly cards: readonly Card[];
}

/** A file that has been made. */
export interface StoredFile {
  readonly batchId: string;
  readonly number: number;
  readonly municipality: string | null;
  /** The position of its first card. */
  readonly firstCard: number;
  readonly cards: number;
  readonly bytes: number;
  readonly pages: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** The cards in the order of the files: by the post alone, or municipality by municipality. */
export function inFileOrder<Card extends { readonly municipality: string }>(
  cards: readonly Card[],
  { perMunicipality }: FileRules,
): Card[] {
  if (!perMunicipality) return [...cards];
  return [...cards].sort((a, b) =>
    a.municipality < b.municipality ? -1 : Number(a.municipality !== b.municipality),
  );
}

/** @param cards in the order of {@link inFileOrder} */
export function planFiles<Card extends PlacedCard>(
  cards: readonly Card[],
  { perMunicipality, cardsPerFile }: FileRules,
): PlannedFile<Card>[] {
  const files: { municipality: string | null; cards: Card[] }[] = [];
  for (const card of cards) {
    const municipality = perMunicipality ? card.municipality : null;
    const last = files.at(-1);
    if (last && last.municipality === municipality && last.cards.length < cardsPerFile) last.cards.push(card);
    else files.push({ municipality, cards: [card] });
  }
  return files.map((file, index) => ({ number: index + 1, ...file }));
}
