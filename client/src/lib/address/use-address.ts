import { useSearchParams } from 'react-router';

/** What stands after the `?` of the page's address: filters and page number, so that a view can be shared. */
export interface Address {
  /** Empty text when the name is not there. */
  readonly get: (name: string) => string;
  /** The page number, from 1. */
  readonly page: number;
  /** Sets or (with empty text) removes; a changed filter starts from the first page again. */
  readonly change: (values: Readonly<Record<string, string>>) => void;
}

export const pageParameter = 'side';

export function useAddress(): Address {
  const [parameters, setParameters] = useSearchParams();
  const change = (values: Readonly<Record<string, string>>) => {
    setParameters(
      (before) => {
        const after = new URLSearchParams(before);
        after.delete(pageParameter);
        for (const [name, value] of Object.entries(values)) {
          if (value === '') after.delete(name);
          else after.set(name, value);
        }
        return after;
      },
      { replace: true },
    );
  };
  return {
    get: (name) => parameters.get(name) ?? '',
    page: Math.max(1, Math.trunc(Number(parameters.get(pageParameter))) || 1),
    change,
  };
}
