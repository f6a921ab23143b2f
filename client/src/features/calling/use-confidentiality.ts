import { useState } from 'react';

const storageKey = 'confidentiality-accepted';

/** Accepted once for each sitting at the phone. */
export function useConfidentiality() {
  const [isAccepted, setIsAccepted] = useState(() => sessionStorage.getItem(storageKey) === 'yes');
  const accept = () => {
    sessionStorage.setItem(storageKey, 'yes');
    setIsAccepted(true);
  };
  return { isAccepted, accept };
}
