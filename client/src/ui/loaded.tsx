import type { ReactNode } from 'react';
import { Loading } from './loading.js';
import { Problem } from './problem.js';

interface Reading<Data> {
  readonly data: Data | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

interface LoadedProps<Data> {
  readonly reading: Reading<Data>;
  readonly children: (data: Data) => ReactNode;
}

/** Shows a skeleton until the answer is here, the problem if it cannot be had, else what `children` makes of it. */
export function Loaded<Data>({ reading, children }: LoadedProps<Data>) {
  if (reading.data !== undefined) return <>{children(reading.data)}</>;
  if (reading.error !== null) return <Problem error={reading.error} onRetry={() => void reading.refetch()} />;
  return <Loading />;
}
