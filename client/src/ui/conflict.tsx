import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { commonTexts } from '../lib/texts/common-texts.js';
import { useTexts } from '../lib/texts/texts.js';
import { DataTable } from './data-table.js';

export interface ConflictRow {
  readonly label: string;
  readonly saved: string;
  readonly mine: string;
}

interface ConflictProps {
  readonly rows: readonly ConflictRow[];
  readonly onKeepMine: () => void;
  readonly onTakeSaved: () => void;
}

/** Somebody else saved first: both values side by side, and the choice between them. */
export function Conflict({ rows, onKeepMine, onTakeSaved }: ConflictProps) {
  const say = useTexts(commonTexts);
  return (
    <Alert data-color="warning" role="alert" className="problem">
      <Heading level={2} data-size="2xs">
        {say('conflictHeading')}
      </Heading>
      <Paragraph>{rows.length === 0 ? say('conflictElsewhere') : say('conflictIntro')}</Paragraph>
      {rows.length === 0 ? null : (
        <DataTable
          caption={say('conflictHeading')}
          rows={rows}
          keyOf={(row) => row.label}
          columns={[
            { header: say('conflictField'), cell: (row) => row.label },
            { header: say('conflictSaved'), cell: (row) => row.saved || '–' },
            { header: say('conflictMine'), cell: (row) => row.mine || '–' },
          ]}
        />
      )}
      <div className="row">
        <Button data-size="sm" onClick={onKeepMine}>
          {say('conflictKeepMine')}
        </Button>
        <Button data-size="sm" variant="secondary" onClick={onTakeSaved}>
          {say('conflictTakeSaved')}
        </Button>
      </div>
    </Alert>
  );
}
