import { useCallback, useState } from 'react';
import { putOffCases } from './put-off-cases.js';

/** What somebody has put off: it stays so when the page is read anew. */
export function usePutOff(owner: string) {
  const [keys, setKeys] = useState(() => putOffCases.read(owner));
  const change = useCallback(
    (to: (kept: readonly string[]) => readonly string[]) => {
      const kept = to(putOffCases.read(owner));
      putOffCases.write(owner, kept);
      setKeys(kept);
    },
    [owner],
  );
  const add = useCallback(
    (key: string) => change((kept) => [...kept.filter((other) => other !== key), key]),
    [change],
  );
  const remove = useCallback(
    (key: string) => change((kept) => kept.filter((other) => other !== key)),
    [change],
  );
  /** Forgets those that nobody asks about any more. */
  const keepOnly = useCallback(
    (waiting: readonly string[]) => change((kept) => kept.filter((key) => waiting.includes(key))),
    [change],
  );
  return { keys, add, remove, keepOnly };
}
