import { useNavigate } from 'react-router';
import { TeamBoard } from '../features/team/team-board.js';
import { TeamFrame } from './team-frame.js';

/** `/app/lag`: the team's board. */
export function TeamPage() {
  const navigate = useNavigate();
  return (
    <TeamFrame>
      {({ id }, municipality) => (
        <TeamBoard
          key={municipality.number}
          campaignId={id}
          municipality={municipality}
          onChosen={() => void navigate('/ring')}
        />
      )}
    </TeamFrame>
  );
}
