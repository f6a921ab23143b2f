import { useState } from 'react';
import { Button, Details, Field, Label, Select } from '@digdir/designsystemet-react';
import { releaseLease, skipHousehold } from '@savner/contract/calls';
import { skipReasons, type SkipReason } from '@savner/contract/rules/call-report';
import { useSend } from '../../lib/api/use-endpoint.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Problem } from '../../ui/problem.js';
import { useCallContext } from './call-context.js';
import { callingTexts } from './texts.js';

interface LeaveBoxProps {
  readonly leaseId: string;
  readonly onLeft: (then: 'next' | 'rest') => void;
}

/** Letting somebody else call, or putting the household back untouched. */
export function LeaveBox({ leaseId, onLeft }: LeaveBoxProps) {
  const say = useTexts(callingTexts);
  const { campaignId } = useCallContext();
  const [reason, setReason] = useState<SkipReason>('i_know_them');
  const skipping = useSend(skipHousehold);
  const releasing = useSend(releaseLease);
  const params = { campaignId, leaseId };
  const problem = skipping.error ?? releasing.error;
  return (
    <Details className="call-details">
      <Details.Summary>{say('skipTitle')}</Details.Summary>
      <Details.Content>
        <div className="stack">
          <p>{say('skipIntro')}</p>
          <Field>
            <Label>{say('skipWhy')}</Label>
            <Select value={reason} onChange={(event) => setReason(skipReasonIn(event.target.value))}>
              {skipReasons.map((one) => (
                <Select.Option key={one} value={one}>
                  {say(`skip.${one}`)}
                </Select.Option>
              ))}
            </Select>
          </Field>
          <div className="row">
            <Button
              variant="secondary"
              onClick={() =>
                skipping.mutate({ params, body: { reason } }, { onSuccess: () => onLeft('next') })
              }
            >
              {say('skip')}
            </Button>
            <Button
              variant="tertiary"
              onClick={() => releasing.mutate({ params }, { onSuccess: () => onLeft('rest') })}
            >
              {say('release')}
            </Button>
          </div>
          {problem === null ? null : <Problem error={problem} />}
        </div>
      </Details.Content>
    </Details>
  );
}

function skipReasonIn(value: string): SkipReason {
  return skipReasons.find((reason) => reason === value) ?? 'other';
}
