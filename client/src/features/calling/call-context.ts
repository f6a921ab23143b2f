import { createContext, useContext } from 'react';

/** What every part of the caller's screen needs to know. */
export interface CallContextValue {
  readonly campaignId: string;
  readonly userId: string;
  readonly callerName: string;
  readonly municipalityName: string;
}

export const CallContext = createContext<CallContextValue | null>(null);

export function useCallContext(): CallContextValue {
  const value = useContext(CallContext);
  if (value === null) throw new Error('This stands outside the calling room');
  return value;
}
