/**
 * What the tips are picked from. The more tips there are, the likelier a chance likeness; the commoner a municipality
 * or a town, the less it says that two tips have it in common. (How common a name is stands on the name itself.)
 */
export interface Population {
  /** Tips in all. */
  readonly size: number;
  /** Share of the tips that miss somebody on behalf of this municipality, 0-1. */
  homeShare(municipality: string): number;
  /** Share of the tips whose person lives in the place with this key, 0-1. */
  placeShare(key: string): number;
}

/** Fewer tips than this say too little about how common anything is. */
const smallest = 512;

/**
 * The size as it is reckoned with: the next power of two, so that the same tips get the same answers in whatever order
 * they came, and everything need be judged anew only each time a campaign has doubled.
 */
export function sizeClass(tips: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(smallest, tips)));
}

/** A campaign's: municipalities alike, towns by what is known of them. */
export function expectedPopulation(
  tips: number,
  municipalities: number,
  placeShare: (key: string) => number,
): Population {
  const share = 1 / Math.max(1, municipalities);
  return { size: sizeClass(tips), homeShare: () => share, placeShare };
}

export interface Counts {
  readonly tips: number;
  /** Tips per municipality. */
  readonly homes: ReadonlyMap<string, number>;
  /** Tips per place. */
  readonly places: ReadonlyMap<string, number>;
}

/** A list's own, counted; what is known beforehand weighs as much as {@link smallest} tips. */
export function countedPopulation(counts: Counts, placeShare: (key: string) => number): Population {
  const size = Math.max(smallest, counts.tips);
  return {
    size,
    homeShare: (municipality) =>
      Math.min(1, ((counts.homes.get(municipality) ?? 0) + 1) / Math.max(1, counts.tips)),
    placeShare: (key) => blended(counts.places.get(key) ?? 0, counts.tips, placeShare(key)),
  };
}

/** A share counted among some, and expected beforehand. */
export function blended(count: number, among: number, expected: number): number {
  return Math.min(1, (count + expected * smallest) / (among + smallest));
}
