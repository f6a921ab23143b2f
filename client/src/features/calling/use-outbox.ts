import { useCallback, useEffect, useRef, useState } from 'react';
import { sendReport } from '@savner/contract/calls';
import type { ResponseOf } from '@savner/contract/endpoint';
import { ApiError } from '../../lib/api/api-error.js';
import { call } from '../../lib/api/call.js';
import { readOutbox, writeOutbox, type UnsentReport } from './outbox.js';

const retryEvery = 15_000;

export interface SentReport extends UnsentReport {
  readonly answer: ResponseOf<typeof sendReport>;
}

export interface RefusedReport extends UnsentReport {
  readonly error: ApiError;
}

/** Sends reports, keeps those the line would not take, and tries again by itself with the same key. */
export function useOutbox(userId: string) {
  const [unsent, setUnsent] = useState(() => readOutbox(userId));
  const [lastSent, setLastSent] = useState<SentReport | null>(null);
  const [refused, setRefused] = useState<RefusedReport | null>(null);
  const isSending = useRef(false);

  const flush = useCallback(async (): Promise<boolean> => {
    if (isSending.current) return false;
    isSending.current = true;
    try {
      for (const report of readOutbox(userId)) {
        const outcome = await deliver(report);
        if (outcome === null) return false;
        const rest = readOutbox(userId).filter(({ key }) => key !== report.key);
        writeOutbox(userId, rest);
        setUnsent(rest);
        if ('answer' in outcome) setLastSent(outcome);
        else setRefused(outcome);
      }
      return true;
    } finally {
      isSending.current = false;
    }
  }, [userId]);

  const send = useCallback(
    (report: UnsentReport): Promise<boolean> => {
      const all = [...readOutbox(userId), report];
      writeOutbox(userId, all);
      setUnsent(all);
      return flush();
    },
    [userId, flush],
  );

  useEffect(() => {
    const again = () => void flush();
    again();
    window.addEventListener('online', again);
    const timer = setInterval(again, retryEvery);
    return () => {
      window.removeEventListener('online', again);
      clearInterval(timer);
    };
  }, [flush]);

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
