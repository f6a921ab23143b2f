import { useEffect, useRef } from 'react';
import { Button, Heading, Paragraph, Switch } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import { matchKind, matchKinds } from '@savner/contract/people';
import { useAddress } from '../../lib/address/use-address.js';
import { useShortcutChoice } from '../../lib/keys/use-shortcut-choice.js';
import { useShortcuts } from '../../lib/keys/use-shortcuts.js';
import { commonTexts } from '../../lib/texts/common-texts.js';
import { useTexts } from '../../lib/texts/texts.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loaded } from '../../ui/loaded.js';
import { Problem } from '../../ui/problem.js';
import { ProgressBar } from '../../ui/progress-bar.js';
import { SelectField } from '../../ui/select-field.js';
import { PairView } from './pair-view.js';
import { matchTexts } from './texts.js';
import { keyOf, useReview } from './use-review.js';

/** The coordinator's duplicates: one pair at a time, by keys or by buttons. */
export function DuplicateReview({ campaign }: { readonly campaign: Campaign }) {
  const say = useTexts(matchTexts);
  const sayCommon = useTexts(commonTexts);
  const address = useAddress();
  const kind = matchKind.safeParse(address.get('slag')).data;
  const review = useReview(campaign.id, kind);
  const [hasKeys, chooseKeys] = useShortcutChoice();
  const { pair, said } = review;

  useShortcuts(
    hasKeys
      ? {
          s: () => review.decide('same'),
          i: () => review.decide('not_same'),
          u: review.later,
          z: review.undo,
        }
      : null,
  );
  return (
    <div className="stack">
      <span className="ds-sr-only" role="status">
        {said === null ? '' : say(`said.${said}`)}
      </span>
      {review.problem === null ? null : <Problem error={review.problem} />}
      <Loaded reading={review.reading}>
        {({ counts, total }) => {
          const answered = counts.decidedSame + counts.decidedNotSame;
          const waiting = counts.waitingPersons + counts.waitingHouseholds;
          return (
            <>
              {waiting + answered === 0 ? null : (
                <ProgressBar label={say('answered')} done={answered} total={answered + waiting} />
              )}
              {pair === null ? (
                <NothingLeft
                  putOff={Math.min(review.putOff, total)}
                  onTakeUp={review.takeUpPutOff}
                  onUndo={review.canUndo ? review.undo : null}
                />
              ) : (
                <Question
                  key={keyOf(pair)}
                  campaign={campaign}
                  review={review}
                  pair={pair}
                  hasKeys={hasKeys}
                />
              )}
            </>
          );
        }}
      </Loaded>
      <div className="fields review-choices">
        <SelectField
          size="sm"
          label={say('filterKind')}
          value={kind ?? ''}
          onChange={(slag) => address.change({ slag })}
          choices={[
            { value: '', label: sayCommon('all') },
            ...matchKinds.map((one) => ({ value: one, label: say(`kind.${one}`) })),
          ]}
        />
        <div className="shortcut-choice">
          <Switch
            data-size="sm"
            label={say('keysOn')}
            description={say('keys')}
            checked={hasKeys}
            onChange={(event) => chooseKeys(event.target.checked)}
          />
        </div>
      </div>
    </div>
  );
}

interface QuestionProps {
  readonly campaign: Campaign;
  readonly review: ReturnType<typeof useReview>;
  readonly pair: NonNullable<ReturnType<typeof useReview>['pair']>;
  readonly hasKeys: boolean;
}

/** The focus moves to each new question, so that it is read aloud and the keys go on working. */
function Question({ campaign, review, pair, hasKeys }: QuestionProps) {
  const say = useTexts(matchTexts);
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = review.said === null;
  useEffect(() => {
    if (!isFirst) heading.current?.focus({ preventScroll: true });
  }, [isFirst]);
  const hint = (key: string) => (hasKeys ? <kbd className="key-hint">{key}</kbd> : null);
  return (
    <>
      <div>
        <Heading level={2} data-size="md" ref={heading} tabIndex={-1}>
          {say(`question.${pair.kind}`)}
        </Heading>
        <Paragraph className="quiet">{say(`explain.${pair.kind}`)}</Paragraph>
      </div>
      <PairView campaign={campaign} pair={pair} />
      <div className="action-bar">
        <Button onClick={() => review.decide('same')}>
          {say(`same.${pair.kind}`)}
          {hint('S')}
        </Button>
        <Button variant="secondary" onClick={() => review.decide('not_same')}>
          {say(`not_same.${pair.kind}`)}
          {hint('I')}
        </Button>
        <Button variant="tertiary" onClick={review.later}>
          {say('later')}
          {hint('U')}
        </Button>
        {review.canUndo ? (
          <Button variant="tertiary" onClick={review.undo}>
            {say('undo')}
            {hint('Z')}
          </Button>
        ) : null}
      </div>
    </>
  );
}

interface NothingLeftProps {
  readonly putOff: number;
  readonly onTakeUp: () => void;
  readonly onUndo: (() => void) | null;
}

function NothingLeft({ putOff, onTakeUp, onUndo }: NothingLeftProps) {
  const say = useTexts(matchTexts);
  const undo =
    onUndo === null ? null : (
      <Button variant="tertiary" onClick={onUndo}>
        {say('undo')}
      </Button>
    );
  if (putOff > 0) {
    return (
      <EmptyState
        title={say('putOffTitle')}
        actions={
          <>
            <Button onClick={onTakeUp}>{say('seePutOff')}</Button>
            {undo}
          </>
        }
      >
        {say('putOff', { count: putOff })}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={say('doneTitle')} actions={undo}>
      {say('done')}
    </EmptyState>
  );
}
