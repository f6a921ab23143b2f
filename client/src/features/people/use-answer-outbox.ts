import { useCallback, useEffect, useRef, useState } from 'react';
import { decideMatch } from '@savner/contract/people';
import { ApiError } from '../../lib/api/api-error.js';
import { call } from '../../lib/api/call.js';
import { useRetries } from '../../lib/use-retries.js';
import { answerOutbox, type UnsentAnswer } from './answer-outbox.js';

const retryEvery = 5_000;

export interface OutboxListener {
  readonly onStored: (answer: UnsentAnswer, decisionId: string) => void;
  readonly onRefused: (answer: UnsentAnswer, error: ApiError) => void;
}

/**
 * Sends answers one by one in the order they were given. What the line will not take is kept on the device, also when the
 * page is closed, and tried again by itself with the same key.
 */
export function useAnswerOutbox(owner: string, listener: OutboxListener) {
  const [unsent, setUnsent] = useState(() => answerOutbox.read(owner));
  const listening = useRef(listener);
  const sending = useRef<Promise<void> | null>(null);
  useEffect(() => {
    listening.current = listener;
  });

  const keep = useCallback(
    (change: (kept: readonly UnsentAnswer[]) => readonly UnsentAnswer[]) => {
      const kept = change(answerOutbox.read(owner));
      answerOutbox.write(owner, kept);
      setUnsent(kept);
    },
    [owner],
  );
  const sendAll = useCallback(async () => {
    for (let [first] = answerOutbox.read(owner); first !== undefined; [first] = answerOutbox.read(owner)) {
      const answer = first;
      keep((kept) => kept.map((other) => (other.key === answer.key ? { ...other, isTried: true } : other)));
      const outcome = await deliver(answer);
      if (outcome === null) return;
      keep((kept) => kept.filter(({ key }) => key !== answer.key));
      if (typeof outcome === 'string') listening.current.onStored(answer, outcome);
      else listening.current.onRefused(answer, outcome);
    }
  }, [owner, keep]);
  const flush = useCallback((): Promise<void> => {
    sending.current ??= sendAll().finally(() => (sending.current = null));
    return sending.current;
  }, [sendAll]);

  const send = useCallback(
    (answer: UnsentAnswer) => {
      keep((kept) => [...kept, answer]);
      void flush().then(() => flush());
    },
    [keep, flush],
  );
  /** Removes an answer that no server can have seen. False when it may have: then it must be taken back there. */
  const withdraw = useCallback(
    (key: string): boolean => {
      const answer = answerOutbox.read(owner).find((kept) => kept.key === key);
      if (answer === undefined || answer.isTried) return false;
      keep((kept) => kept.filter((other) => other.key !== key));
      return true;
    },
    [owner, keep],
  );

  useRetries(flush, retryEvery);

  return { unsent, send, flush, withdraw };
}

/** The id of the stored act, the refusal, or null when the answer must wait: no line, a busy server, an ended session. */
async function deliver({ request }: UnsentAnswer): Promise<string | ApiError | null> {
  try {
    return (await call(decideMatch, request)).decisionId;
  } catch (error) {
    return error instanceof ApiError && isFinal(error) ? error : null;
  }
}

function isFinal({ code }: ApiError): boolean {
  return (
    code === 'validation_failed' ||
    code === 'not_found' ||
    code === 'conflict' ||
    code === 'forbidden' ||
    code === 'campaign_not_open'
  );
}
