import { Tag } from '@digdir/designsystemet-react';
import type { HouseholdRow } from '@savner/contract/people';
import { useTexts } from '../../lib/texts/texts.js';
import type { Standing } from './standing.js';
import { householdTexts } from './texts.js';

const colors = { sorting: 'warning', ready_for_card: 'success', blocked: 'neutral' } as const;

interface StageTagProps {
  readonly household: HouseholdRow;
  readonly standing: Standing | undefined;
}

/** How far a household has come, with the reason when it waits or is stopped. */
export function StageTag({ household, standing }: StageTagProps) {
  const say = useTexts(householdTexts);
  const { stage, sortingReason, blockReason } = household;
  if (stage !== 'blocked' && standing !== undefined && standing.words !== null)
    return <Tag data-color={standing.color}>{standing.words}</Tag>;
  return <Tag data-color={colors[stage]}>{words()}</Tag>;

  function words(): string {
    if (stage === 'sorting' && sortingReason !== null) return say(`reason.${sortingReason}`);
    if (stage === 'blocked' && blockReason !== null) return say(`block.${blockReason}`);
    return say(`stage.${stage}`);
  }
}
