import { useEffect } from 'react';

/**
 * Tries at once, when the device is back on the net, and every so often.
 * @param attempt never rejects
 * @param every milliseconds
 */
export function useRetries(attempt: () => Promise<unknown>, every: number): void {
  useEffect(() => {
    const again = () => void attempt();
    again();
    window.addEventListener('online', again);
    const timer = setInterval(again, every);
    return () => {
      window.removeEventListener('online', again);
      clearInterval(timer);
    };
  }, [attempt, every]);
}
