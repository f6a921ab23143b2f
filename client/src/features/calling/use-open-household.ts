import { chooseHousehold, getCallerStatus, type HeldHousehold } from '@savner/contract/calls';
import { useSend } from '../../lib/api/use-endpoint.js';
import { useCallContext } from './call-context.js';

/** Takes a particular household in the hand: an agreed call, or somebody who rings back. */
export function useOpenHousehold(
  because: 'chosen' | 'rang_back',
  onOpened: (household: HeldHousehold) => void,
) {
  const { campaignId } = useCallContext();
  const opening = useSend(chooseHousehold, [getCallerStatus]);
  const open = (householdId: string) =>
    opening.mutate({ params: { campaignId, householdId }, body: { because } }, { onSuccess: onOpened });
  return { open, error: opening.error };
}
