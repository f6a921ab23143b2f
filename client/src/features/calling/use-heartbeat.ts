import { useEffect, useState } from 'react';
import { heartbeat } from '@savner/contract/calls';
import { ApiError } from '../../lib/api/api-error.js';
import { call } from '../../lib/api/call.js';

const everyMinute = 60_000;

/** Keeps the household while the page is open; true when the lease has been lost all the same. */
export function useHeartbeat(campaignId: string, leaseId: string): boolean {
  const [isLost, setIsLost] = useState(false);
  useEffect(() => {
    const beat = async () => {
      try {
        await call(heartbeat, { params: { campaignId, leaseId } });
        setIsLost(false);
      } catch (error) {
        if (error instanceof ApiError && error.code === 'lease_lost') setIsLost(true);
      }
    };
    const timer = setInterval(() => void beat(), everyMinute);
    const onShown = () => {
      if (document.visibilityState === 'visible') void beat();
    };
    document.addEventListener('visibilitychange', onShown);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onShown);
    };
  }, [campaignId, leaseId]);
  return isLost;
}
