import { Link } from 'react-router';
import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { useTexts } from '../../lib/texts/texts.js';
import { Problem } from '../../ui/problem.js';
import type { PeoplePaths } from './people-paths.js';
import { tieTexts } from './texts.js';
import type { Partings } from './use-partings.js';

interface PartingOutcomeProps {
  readonly partings: Partings;
  /** The household that is looked at; the others that came of it are linked to. */
  readonly here: string | null;
  readonly householdPath: PeoplePaths['household'];
}

/** What came of the last parting, with the way back. */
export function PartingOutcome({ partings, here, householdPath }: PartingOutcomeProps) {
  const say = useTexts(tieTexts);
  const { problem, parted, hasUndone } = partings;
  if (problem !== null) return <Problem error={problem} />;
  if (parted !== null) {
    const elsewhere = here === null ? [] : parted.householdIds.filter((id) => id !== here);
    return (
      <Alert data-color="success" role="status" className="problem">
        <Paragraph>{say('parted')}</Paragraph>
        <div className="row">
          {elsewhere.map((id) => (
            <Link key={id} className="ds-link" to={householdPath(id)}>
              {say('seeOther')}
            </Link>
          ))}
          <Button variant="tertiary" data-size="sm" onClick={() => partings.undo(parted.decisionId)}>
            {say('undo')}
          </Button>
        </div>
      </Alert>
    );
  }
  return (
    <p role="status" className={hasUndone ? undefined : 'ds-sr-only'}>
      {hasUndone ? say('undone') : ''}
    </p>
  );
}
