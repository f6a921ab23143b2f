import { useCallback, useRef, useState } from 'react';
import { sendReport } from '@savner/contract/calls';
import type { ResponseOf } from '@savner/contract/endpoint';
import { ApiError } from '../../lib/api/api-error.js';
import { call } from '../../lib/api/call.js';
import { useRetries } from '../../lib/use-retries.js';
import { outbox, type UnsentReport } from './outbox.js';

const retryEvery = 15_000;

export interface SentReport extends UnsentReport {
  readonly answer: ResponseOf<typeof sendReport>;
}

export interface RefusedReport extends UnsentReport {
  readonly error: ApiError;
}

/** What became of a report: stored, kept until there is a line, or refused and back with the caller. */
export type SendOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'refused'; readonly error: ApiError };

/** Sends reports, keeps those the line would not take, and tries again by itself with the same key. */
export function useOutbox(userId: string) {
  const [unsent, setUnsent] = useState(() => outbox.read(userId));
  const [lastSent, setLastSent] = useState<SentReport | null>(null);
  const [refused, setRefused] = useState<RefusedReport | null>(null);
  const isSending = useRef(false);

  /** Sends what waits, oldest first. A refusal of the report with `ownKey` is for its own screen to tell. */
  const flush = useCallback(
    async (ownKey?: string): Promise<SendOutcome> => {
      if (isSending.current) return { kind: 'waiting' };
      isSending.current = true;
      let own: SendOutcome = { kind: 'waiting' };
      try {
        for (const report of outbox.read(userId)) {
          const outcome = await deliver(report);
          if (outcome === null) return own;
          const rest = outbox.read(userId).filter(({ key }) => key !== report.key);
          outbox.write(userId, rest);
          setUnsent(rest);
          if ('answer' in outcome) setLastSent(outcome);
          else if (report.key !== ownKey) setRefused(outcome);
          if (report.key === ownKey)
            own = 'answer' in outcome ? { kind: 'sent' } : { kind: 'refused', error: outcome.error };
        }
        return own;
      } finally {
        isSending.current = false;
      }
    },
    [userId],
  );

  const send = useCallback(
    (report: UnsentReport): Promise<SendOutcome> => {
      const all = [...outbox.read(userId), report];
      outbox.write(userId, all);
      setUnsent(all);
      return flush(report.key);
    },
    [userId, flush],
  );

  useRetries(flush, retryEvery);

  return {
    unsent,
    lastSent,
    refused,
    send,
    flush,
    forgetSent: () => setLastSent(null),
    forgetRefused: () => setRefused(null),
  };
}

/** Null when the report must wait: no line, a busy server, or a session that has ended. */
async function deliver(report: UnsentReport): Promise<SentReport | RefusedReport | null> {
  const { key, campaignId, leaseId, number } = report;
  try {
    const body = { key, leaseId, number, report: report.report };
    return { ...report, answer: await call(sendReport, { params: { campaignId }, body }) };
  } catch (error) {
    return error instanceof ApiError && isFinal(error) ? { ...report, error } : null;
  }
}

function isFinal({ code }: ApiError): boolean {
  return code === 'validation_failed' || code === 'not_found' || code === 'conflict' || code === 'forbidden';
}
