import type { FieldComparison } from '@savner/contract/people';
import { markDifference } from './mark-difference.js';

interface ComparedValueProps {
  readonly text: string | null;
  /** What it is held against; null when there is nothing. */
  readonly other: string | null;
  /** Null where a difference means nothing. */
  readonly state: FieldComparison['state'] | null;
}

/** A value with what sets it apart from the other one marked. */
export function ComparedValue({ text, other, state }: ComparedValueProps) {
  if (text === null) return <span className="quiet">–</span>;
  if (other === null || (state !== 'similar' && state !== 'different')) return text;
  const { before, own, after } = markDifference(text, other);
  return (
    <>
      {before}
      {own === '' ? null : <mark className="compare__difference">{own}</mark>}
      {after}
    </>
  );
}
