import { useState } from 'react';
import { listMatches, type MatchKind, type ReviewCase } from '@savner/contract/people';
import { useEndpoint, useEndpoints } from '../../lib/api/use-endpoint.js';

const pageSize = 25;

interface WaitingOptions {
  readonly campaignId: string;
  readonly kind: MatchKind | undefined;
  /** Whether what is looked for is among these. */
  readonly isEnough: (cases: readonly ReviewCase[]) => boolean;
}

/**
 * The cases that wait, read page by page until there are enough, and one page beyond. All pages that have been read are
 * kept up to date, since every answer moves cases from one page to the one before.
 */
export function useWaitingCases({ campaignId, kind, isEnough }: WaitingOptions) {
  const [pages, setPages] = useState(1);
  const request = (page: number) => ({ params: { campaignId }, query: { kind, page, pageSize } });
  const first = useEndpoint(listMatches, request(1));
  const total = first.data?.total ?? 0;
  const last = Math.max(1, Math.ceil(total / pageSize));
  const wanted = Math.min(pages + 1, last);
  const readings = useEndpoints(
    listMatches,
    Array.from({ length: wanted }, (_, index) => request(index + 1)),
  );
  const cases = readings.flatMap(({ data }) => data?.cases ?? []);
  const isReading = readings.some(({ isPending }) => isPending);
  const isWhole = !isReading && wanted === last;
  const isFound = isEnough(cases);
  if (!isReading && !isWhole && !isFound && pages < wanted) setPages(wanted);
  return { first, cases, isLooking: !isFound && !isWhole, isWhole };
}
