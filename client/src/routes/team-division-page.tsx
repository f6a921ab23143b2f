import { DivideList } from '../features/team/divide-list.js';
import { TeamFrame } from './team-frame.js';

/** `/app/lag/deling`: dividing the list among the team. */
export function TeamDivisionPage() {
  return (
    <TeamFrame>
      {({ id }, municipality) => (
        <DivideList key={municipality.number} campaignId={id} municipality={municipality} />
      )}
    </TeamFrame>
  );
}
