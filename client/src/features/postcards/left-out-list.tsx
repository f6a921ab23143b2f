import { useState } from 'react';
import { Link } from 'react-router';
import { Button, Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import type { Readiness } from '@savner/contract/postcards';
import { formatDate, formatNumber } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { DataTable } from '../../ui/data-table.js';
import { postcardTexts } from './texts.js';

const shownAtFirst = 10;

interface LeftOutListProps {
  readonly readiness: Readiness;
  readonly householdPath: (householdId: string) => string;
}

/** Who gets no card and why, each with the way to mend it. */
export function LeftOutList({ readiness: { reasons, leftOut }, householdPath }: LeftOutListProps) {
  const say = useTexts(postcardTexts);
  const [isWhole, setWhole] = useState(false);
  if (leftOut.length === 0) return null;
  return (
    <div className="stack">
      <Heading level={3} data-size="xs">
        {say('leftOutTitle')}
      </Heading>
      <Paragraph className="quiet">{say('leftOutIntro')}</Paragraph>
      <ul className="row plain-list">
        {reasons.map(({ reason, count }) => (
          <li key={reason}>
            <Tag data-color="neutral">
              {say('reasonCount', { reason: say(`left.${reason}`), count: formatNumber(count) })}
            </Tag>
          </li>
        ))}
      </ul>
      <DataTable
        caption={say('leftOutTitle')}
        rows={isWhole ? leftOut : leftOut.slice(0, shownAtFirst)}
        keyOf={({ householdId }) => householdId}
        columns={[
          {
            header: say('who'),
            cell: ({ householdId, name }) => (
              <Link className="ds-link" to={householdPath(householdId)}>
                {name}
              </Link>
            ),
          },
          { header: say('why'), kind: 'sentence', cell: ({ remedy }) => remedy },
          {
            header: say('informBy'),
            cell: ({ informBy }) => formatDate(informBy),
          },
        ]}
      />
      {isWhole || leftOut.length <= shownAtFirst ? null : (
        <div className="row">
          <Button variant="tertiary" onClick={() => setWhole(true)}>
            {say('showAll', { count: formatNumber(leftOut.length) })}
          </Button>
        </div>
      )}
    </div>
  );
}
