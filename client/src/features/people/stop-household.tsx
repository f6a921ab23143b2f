import { useState } from 'react';
import { Details, Paragraph, Textfield } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import {
  blockHousehold,
  blockReason,
  blockReasons,
  getHousehold,
  listHouseholds,
  type HouseholdDetail,
} from '@savner/contract/people';
import { useSend } from '../../lib/api/use-endpoint.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Confirm } from '../../ui/confirm.js';
import { Problem } from '../../ui/problem.js';
import { SelectField } from '../../ui/select-field.js';
import { householdTexts } from './texts.js';

interface StopHouseholdProps {
  readonly campaign: Campaign;
  readonly household: HouseholdDetail;
}

/** Stops everything for a household: somebody has died, said no, or must be protected. */
export function StopHousehold({ campaign, household }: StopHouseholdProps) {
  const say = useTexts(householdTexts);
  const [reason, setReason] = useState('');
  const [why, setWhy] = useState('');
  const [isMissing, setMissing] = useState(false);
  const stopping = useSend(blockHousehold, [getHousehold, listHouseholds]);
  const stop = () => {
    const chosen = blockReason.safeParse(reason);
    setMissing(!chosen.success);
    if (!chosen.success || stopping.isPending) return;
    stopping.mutate({
      params: { campaignId: campaign.id, householdId: household.id },
      body: { reason: chosen.data, why },
    });
  };
  return (
    <Details>
      <Details.Summary>{say('stop')}</Details.Summary>
      <Details.Content>
        <div className="stack">
          <Paragraph>{say('stopIntro')}</Paragraph>
          <SelectField
            id="stop-reason"
            label={say('stopReason')}
            value={reason}
            onChange={setReason}
            error={isMissing ? say('stopMissing') : undefined}
            choices={[
              { value: '', label: say('stopChoose') },
              ...blockReasons.map((one) => ({ value: one, label: say(`block.${one}`) })),
            ]}
          />
          <Textfield label={say('stopWhy')} value={why} onChange={(event) => setWhy(event.target.value)} />
          {stopping.error === null ? null : <Problem error={stopping.error} />}
          <Confirm
            tone="danger"
            ask={say('stopAsk')}
            question={say('stopQuestion', { name: household.displayName })}
            yes={say('stopYes')}
            onYes={stop}
          />
        </div>
      </Details.Content>
    </Details>
  );
}
