import type { Campaign } from '@savner/contract/campaigns';
import type { FieldComparison, ReviewCase, ReviewSide } from '@savner/contract/people';
import { Table } from '@digdir/designsystemet-react';
import { formatDate } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { ComparedValue } from './compared-value.js';
import { markedState, shownValue, stateWords } from './compared-words.js';
import { matchTexts } from './texts.js';

interface FieldTableProps {
  readonly campaign: Campaign;
  readonly asked: ReviewCase;
}

/** Every field of the two, side by side; what differs is marked, and said in words. */
export function FieldTable({ campaign, asked }: FieldTableProps) {
  const say = useTexts(matchTexts);
  const shown = (row: FieldComparison, at: number) =>
    shownValue(row.values[at] ?? null, row.field, campaign.municipalities);
  return (
    <Table className="compare" border data-size="sm">
      <caption className="ds-sr-only">{say('compare')}</caption>
      <Table.Head>
        <Table.Row>
          <Table.HeaderCell scope="col">{say('field')}</Table.HeaderCell>
          {asked.sides.map((side) => (
            <SideHead key={side.tipId} side={side} />
          ))}
        </Table.Row>
      </Table.Head>
      <Table.Body>
        {asked.fields.map((row) => (
          <Table.Row key={row.field} data-state={markedState(row) ?? undefined}>
            <Table.HeaderCell scope="row">
              {say(`field.${row.field}`)}
              <span className="compare__state">{stateWords(row, say)}</span>
            </Table.HeaderCell>
            {asked.sides.map(({ tipId }, at) => (
              <Table.Cell key={tipId} className="compare__value">
                <ComparedValue
                  text={shown(row, at)}
                  other={shown(row, at === 0 ? 1 : 0)}
                  state={markedState(row)}
                />
              </Table.Cell>
            ))}
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}

function SideHead({ side }: { readonly side: ReviewSide }) {
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
