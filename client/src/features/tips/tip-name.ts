import type { Tip } from '@savner/contract/tips';

/** The missed person's name as the tipper wrote it; empty when there is none. */
export function tipName(tip: Pick<Tip, 'firstNames' | 'lastName' | 'nickname'>): string {
  const name = [tip.firstNames, tip.lastName].filter((part) => part !== null).join(' ');
  return name === '' ? (tip.nickname ?? '') : name;
}

/** «7374 Røros», or «Malmö, Sverige». */
export function tipPlace(tip: Pick<Tip, 'postcode' | 'place' | 'country'>): string {
  const place = [tip.postcode, tip.place].filter((part) => part !== null).join(' ');
  return [place, tip.country ?? ''].filter((part) => part !== '').join(', ');
}
