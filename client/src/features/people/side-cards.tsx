import { Checkbox, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import type { FieldComparison, ReviewCase, ReviewSide } from '@savner/contract/people';
import { formatDate } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { commonValue, markedState, shownValue, stateWords } from './compared-words.js';
import { ComparedValue } from './compared-value.js';
import { matchTexts } from './texts.js';

interface SideCardsProps {
  readonly campaign: Campaign;
  readonly asked: ReviewCase;
  /** Places of the sides that are picked, counted from 0. */
  readonly picked: readonly number[];
  readonly onPick: (place: number) => void;
}

/** More than two records next to each other, or below each other where there is no room; each can be picked. */
export function SideCards({ campaign, asked, picked, onPick }: SideCardsProps) {
  const say = useTexts(matchTexts);
  const differing = asked.fields.filter(({ state }) => state !== 'equal');
  return (
    <div className="stack stack--tight">
      <Shared campaign={campaign} fields={asked.fields.filter(({ state }) => state === 'equal')} />
      <div className="sides" role="group" aria-label={say('compareMany')}>
        {asked.sides.map((side, place) => (
          <section
            key={side.tipId}
            className="side"
            data-picked={picked.includes(place)}
            aria-labelledby={`side-${place}`}
            style={{ gridRow: `span ${differing.length + 1}` }}
          >
            <SideHead
              side={side}
              place={place}
              isPicked={picked.includes(place)}
              onPick={() => onPick(place)}
            />
            {differing.map((row) => (
              <Field key={row.field} row={row} place={place} campaign={campaign} />
            ))}
          </section>
        ))}
      </div>
    </div>
  );
}

/** What is the same for all is said once. */
function Shared({
  campaign,
  fields,
}: {
  readonly campaign: Campaign;
  readonly fields: readonly FieldComparison[];
}) {
  const say = useTexts(matchTexts);
  if (fields.length === 0) return null;
  const words = fields.map(
    ({ field, values }) =>
      `${say(`field.${field}`)} ${shownValue(values[0] ?? null, field, campaign.municipalities) ?? ''}`,
  );
  return (
    <Paragraph>
      <strong>{say('equalForAll')}</strong> {words.join(' · ')}
    </Paragraph>
  );
}

interface SideHeadProps {
  readonly side: ReviewSide;
  readonly place: number;
  readonly isPicked: boolean;
  readonly onPick: () => void;
}

function SideHead({ side, place, isPicked, onPick }: SideHeadProps) {
  const say = useTexts(matchTexts);
  return (
    <div className="side__head">
      <Heading level={3} data-size="2xs" id={`side-${place}`}>
        {place + 1}. {side.displayName}
      </Heading>
      <span className="compare__state">
        {say('tips', { count: side.tipCount })} · {formatDate(side.receivedAt)}
      </span>
      <Checkbox
        data-size="sm"
        label={say('pick', { number: place + 1 })}
        checked={isPicked}
        onChange={onPick}
      />
    </div>
  );
}

interface FieldProps {
  readonly row: FieldComparison;
  readonly place: number;
  readonly campaign: Campaign;
}

function Field({ row, place, campaign }: FieldProps) {
  const say = useTexts(matchTexts);
  const shown = (value: string | null) => shownValue(value, row.field, campaign.municipalities);
  return (
    <dl className="side__field" data-state={markedState(row) ?? undefined}>
      <dt>
        {say(`field.${row.field}`)}
        <span className="compare__state">{stateWords(row, say)}</span>
      </dt>
      <dd className="compare__value">
        <ComparedValue
          text={shown(row.values[place] ?? null)}
          other={shown(commonValue(row.values))}
          state={markedState(row)}
        />
      </dd>
    </dl>
  );
}
