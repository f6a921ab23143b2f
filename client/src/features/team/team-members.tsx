import { useState } from 'react';
import { endSessions, listUsers } from '@savner/contract/accounts';
import { getBoard, giveBack } from '@savner/contract/call-board';
import { listTeam, type TeamMember } from '@savner/contract/campaigns';
import { useEndpoint, useSend } from '../../lib/api/use-endpoint.js';
import { formatNumber } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Confirm } from '../../ui/confirm.js';
import { DataTable } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loaded } from '../../ui/loaded.js';
import { Problem } from '../../ui/problem.js';
import { CapacityBox } from './capacity-box.js';
import { teamTexts } from './texts.js';

interface TeamMembersProps {
  readonly campaignId: string;
  readonly municipality: { readonly number: string; readonly name: string };
}

/** Who rings for the municipality, and what can be done when someone leaves or loses a phone. */
export function TeamMembers({ campaignId, municipality }: TeamMembersProps) {
  const say = useTexts(teamTexts);
  const team = useEndpoint(listTeam, { params: { campaignId, municipality: municipality.number } });
  return (
    <Loaded reading={team}>
      {({ members }) =>
        members.length === 0 ? (
          <EmptyState title={say('membersNoneTitle')}>{say('membersNone')}</EmptyState>
        ) : (
          <DataTable
            caption={say('membersCaption', { municipality: municipality.name })}
            rows={members}
            keyOf={({ userId }) => userId}
            columns={[
              { header: say('member'), cell: ({ name }) => name },
              { header: say('role'), cell: ({ isMayor }) => (isMayor ? say('mayor') : say('caller')) },
              {
                header: say('capacityColumn'),
                cell: (member) => (
                  <CapacityBox campaignId={campaignId} municipality={municipality.number} member={member} />
                ),
              },
              {
                header: say('actions'),
                cell: (member) => <MemberActions {...{ campaignId, municipality, member }} />,
              },
            ]}
          />
        )
      }
    </Loaded>
  );
}

function MemberActions({
  campaignId,
  municipality,
  member,
}: TeamMembersProps & { readonly member: TeamMember }) {
  const say = useTexts(teamTexts);
  const { userId, name } = member;
  const giving = useSend(giveBack, [getBoard, listTeam]);
  const ending = useSend(endSessions, [listUsers, getBoard]);
  const [status, setStatus] = useState('');
  const problem = giving.error ?? ending.error;
  return (
    <div className="board-actions">
      <Confirm
        ask={say('giveBack')}
        question={say('giveBackQuestion', { name })}
        yes={say('giveBackYes')}
        onYes={() =>
          giving.mutate(
            { params: { campaignId, municipality: municipality.number, userId } },
            { onSuccess: ({ givenBack }) => setStatus(say('gaveBack', { count: formatNumber(givenBack) })) },
          )
        }
      />
      <Confirm
        ask={say('endSessions')}
        question={say('endSessionsQuestion', { name })}
        yes={say('endSessionsYes')}
        onYes={() => ending.mutate({ params: { userId } })}
      />
      <span role="status">{status}</span>
      {problem === null ? null : <Problem error={problem} />}
    </div>
  );
}
