import { createContext, useContext } from 'react';
import type { SessionUser } from '@savner/contract/accounts';
import type { Campaign } from '@savner/contract/campaigns';

/** What every page below the frame may count on. */
export interface SignedIn {
  readonly user: SessionUser;
  /** The campaign being worked on; null when there is none yet. */
  readonly campaign: Campaign | null;
}

export const SignedInContext = createContext<SignedIn | null>(null);

export function useSignedIn(): SignedIn {
  const signedIn = useContext(SignedInContext);
  if (signedIn === null) throw new Error('This page stands outside the frame of the signed-in app');
  return signedIn;
}
