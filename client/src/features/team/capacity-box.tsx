import { useState } from 'react';
import { Textfield } from '@digdir/designsystemet-react';
import { changeMember, listTeam, type TeamMember } from '@savner/contract/campaigns';
import { useSend } from '../../lib/api/use-endpoint.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Problem } from '../../ui/problem.js';
import { teamTexts } from './texts.js';

interface CapacityBoxProps {
  readonly campaignId: string;
  readonly municipality: string;
  readonly member: TeamMember;
}

/** How many a member can call, against the others; stored when the box is left. */
export function CapacityBox({ campaignId, municipality, member }: CapacityBoxProps) {
  const say = useTexts(teamTexts);
  const [written, setWritten] = useState(String(member.capacity));
  const changing = useSend(changeMember, [listTeam]);
  const { name, userId } = member;
  const capacity = /^\d{1,3}$/.test(written.trim()) ? Number(written) : Number.NaN;
  const isFine = capacity >= 0 && capacity <= 100;
  const store = () => {
    if (!isFine || capacity === member.capacity) return;
    changing.mutate({ params: { campaignId, municipality, userId }, body: { capacity } });
  };
  return (
    <div className="capacity">
      <Textfield
        data-size="sm"
        aria-label={say('capacity', { name })}
        inputMode="numeric"
        autoComplete="off"
        value={written}
        error={isFine ? undefined : say('capacityBad')}
        onChange={(event) => setWritten(event.target.value)}
        onBlur={store}
      />
      {changing.error === null ? null : <Problem error={changing.error} />}
    </div>
  );
}
