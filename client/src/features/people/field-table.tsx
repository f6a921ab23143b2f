import type { Campaign } from '@savner/contract/campaigns';
import type { FieldComparison, ReviewPair } from '@savner/contract/people';
import { Table } from '@digdir/designsystemet-react';
import { formatDate } from '../../lib/format/format.js';
import { municipalityName } from '../../lib/municipalities.js';
import { useTexts } from '../../lib/texts/texts.js';
import { markDifference } from './mark-difference.js';
import { matchTexts } from './texts.js';

interface FieldTableProps {
  readonly campaign: Campaign;
  readonly pair: ReviewPair;
}

/** Every field of the two, side by side; what differs is marked, and said in words. */
export function FieldTable({ campaign, pair }: FieldTableProps) {
  const say = useTexts(matchTexts);
  const rows = pair.fields.filter(({ left, right }) => left !== null || right !== null);
  return (
    <Table className="compare" border data-size="sm">
      <caption className="ds-sr-only">{say('compare')}</caption>
      <Table.Head>
        <Table.Row>
          <Table.HeaderCell scope="col">{say('field')}</Table.HeaderCell>
          <SideHead side={pair.left} />
          <SideHead side={pair.right} />
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {rows.map((row) => (
          <Table.Row key={row.field} data-state={row.state}>
            <Table.HeaderCell scope="row">
              {say(`field.${row.field}`)}
              <span className="compare__state">{say(`state.${row.state}`)}</span>
            </Table.HeaderCell>
            <Table.Cell className="compare__value">
              <Value
                text={shown(row.left, row.field)}
                other={shown(row.right, row.field)}
                state={row.state}
              />
            </Table.Cell>
            <Table.Cell className="compare__value">
              <Value
                text={shown(row.right, row.field)}
                other={shown(row.left, row.field)}
                state={row.state}
              />
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );

  function shown(value: string | null, field: FieldComparison['field']): string | null {
    return value !== null && field === 'municipality'
      ? municipalityName(campaign.municipalities, value)
      : value;
  }
}

function SideHead({ side }: { readonly side: ReviewPair['left'] }) {
  const say = useTexts(matchTexts);
  return (
    <Table.HeaderCell scope="col">
      {side.displayName}
      <span className="compare__state">
        {say('tips', { count: side.tipCount })} · {formatDate(side.receivedAt)}
      </span>
    </Table.HeaderCell>
  );
}

interface ValueProps {
  readonly text: string | null;
  readonly other: string | null;
  readonly state: FieldComparison['state'];
}

function Value({ text, other, state }: ValueProps) {
  if (text === null) return <span className="quiet">–</span>;
  if (other === null || (state !== 'similar' && state !== 'different')) return text;
  const { before, own, after } = markDifference(text, other);
  return (
    <>
      {before}
      {own === '' ? null : <mark className="compare__difference">{own}</mark>}
      {after}
    </>
  );
}
