import { Tag } from '@digdir/designsystemet-react';
import type { HouseholdRow } from '@savner/contract/people';
import { useTexts } from '../../lib/texts/texts.js';
import { householdTexts } from './texts.js';

const colors = { sorting: 'warning', ready_for_card: 'success', blocked: 'neutral' } as const;

/** How far a household has come, with the reason when it waits or is stopped. */
export function StageTag({ household }: { readonly household: HouseholdRow }) {
  const say = useTexts(householdTexts);
  const { stage, sortingReason, blockReason } = household;
  return <Tag data-color={colors[stage]}>{words()}</Tag>;

  function words(): string {
    if (stage === 'sorting' && sortingReason !== null) return say(`reason.${sortingReason}`);
    if (stage === 'blocked' && blockReason !== null) return say(`block.${blockReason}`);
    return say(`stage.${stage}`);
  }
}
