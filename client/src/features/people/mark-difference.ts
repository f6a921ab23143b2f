/** A text cut where it differs from another: what they share at both ends, and the middle that is its own. */
export interface MarkedText {
  readonly before: string;
  readonly own: string;
  readonly after: string;
}

/** Where `text` differs from `other`; letters count as equal whatever their case. */
export function markDifference(text: string, other: string): MarkedText {
  const mine = [...text];
  const theirs = [...other];
  const most = Math.min(mine.length, theirs.length);
  let start = 0;
  while (start < most && isSame(mine[start], theirs[start])) start += 1;
  let end = 0;
  while (end < most - start && isSame(mine.at(-1 - end), theirs.at(-1 - end))) end += 1;
  return {
    before: mine.slice(0, start).join(''),
    own: mine.slice(start, mine.length - end).join(''),
    after: mine.slice(mine.length - end).join(''),
  };
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  return a?.toLocaleLowerCase('nb') === b?.toLocaleLowerCase('nb');
}
