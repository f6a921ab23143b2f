import { Alert, Button, Switch } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import { matchKind, matchKinds } from '@savner/contract/people';
import { useAddress } from '../../lib/address/use-address.js';
import { formatNumber } from '../../lib/format/format.js';
import { useShortcutChoice } from '../../lib/keys/use-shortcut-choice.js';
import { useShortcuts } from '../../lib/keys/use-shortcuts.js';
import { commonTexts } from '../../lib/texts/common-texts.js';
import { useTexts } from '../../lib/texts/texts.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loaded } from '../../ui/loaded.js';
import { Loading } from '../../ui/loading.js';
import { Problem } from '../../ui/problem.js';
import { ProgressBar } from '../../ui/progress-bar.js';
import { SelectField } from '../../ui/select-field.js';
import { keyOf } from './case-answers.js';
import { CaseQuestion } from './case-question.js';
import { RematchPanel } from './rematch-panel.js';
import { matchTexts } from './texts.js';
import { useReview, type Review } from './use-review.js';

interface DuplicateReviewProps {
  readonly campaign: Campaign;
  readonly userId: string;
  readonly now: string;
}

/** The coordinator's duplicates: one case at a time, by keys or by buttons. */
export function DuplicateReview({ campaign, userId, now }: DuplicateReviewProps) {
  const say = useTexts(matchTexts);
  const address = useAddress();
  const kind = matchKind.safeParse(address.get('slag')).data;
  const review = useReview({
    campaignId: campaign.id,
    userId,
    kind,
    putOffAt: Math.max(0, Math.trunc(Number(address.get('utsatt'))) || 0),
    onPutOffAt: (place) => address.change({ utsatt: place === 0 ? '' : String(place) }),
  });
  const [hasKeys, chooseKeys] = useShortcutChoice();
  const { asked, said, unsent } = review;
  return (
    <div className="stack">
      <span className="ds-sr-only" role="status">
        {said === null ? '' : say(`said.${said}`)}
      </span>
      {review.problem === null ? null : <Problem error={review.problem} />}
      {unsent > 1 ? (
        <Alert data-color="warning" role="status">
          {say('unsent', { count: unsent })}
        </Alert>
      ) : null}
      <Loaded reading={review.reading}>
        {({ counts }) => {
          const waiting = Math.max(0, counts.waitingPersons + counts.waitingHouseholds - unsent);
          const answered = counts.answered + unsent;
          return (
            <>
              {waiting + answered === 0 ? null : (
                <ProgressBar
                  label={say('progress', {
                    left: formatNumber(waiting),
                    answered: formatNumber(answered),
                  })}
                  done={answered}
                  total={answered + waiting}
                />
              )}
              <PutOffNavigation putOff={review.putOff} isLeft={asked === null} />
              {asked === null && review.isLooking ? (
                <Loading />
              ) : asked === null ? (
                <NothingLeft
                  putOff={review.putOff.count}
                  onTakeUp={() => review.putOff.goTo(1)}
                  onUndo={review.canUndo ? review.undo : null}
                  hasKeys={hasKeys}
                />
              ) : (
                <CaseQuestion key={keyOf(asked)} {...{ campaign, review, asked, hasKeys, now }} />
              )}
            </>
          );
        }}
      </Loaded>
      <Choices hasKeys={hasKeys} onChooseKeys={chooseKeys} />
      <RematchPanel campaign={campaign} modelVersion={review.reading.data?.modelVersion ?? null} />
    </div>
  );
}

interface PutOffNavigationProps {
  readonly putOff: Review['putOff'];
  /** Nothing is asked: the way to those put off is told in its own words then. */
  readonly isLeft: boolean;
}

/** The way to what has been put off, through it both ways, and back. */
function PutOffNavigation({ putOff: { count, at, goTo }, isLeft }: PutOffNavigationProps) {
  const say = useTexts(matchTexts);
  if (count === 0 || isLeft) return null;
  if (at === 0) {
    return (
      <div>
        <Button variant="tertiary" data-size="sm" onClick={() => goTo(1)}>
          {say('seePutOffCount', { count })}
        </Button>
      </div>
    );
  }
  return (
    <nav className="row" aria-label={say('seePutOff')}>
      <span>{say('putOffAt', { at, count })}</span>
      {at > 1 ? (
        <Button variant="secondary" data-size="sm" onClick={() => goTo(at - 1)}>
          {say('previousPutOff')}
        </Button>
      ) : null}
      {at < count ? (
        <Button variant="secondary" data-size="sm" onClick={() => goTo(at + 1)}>
          {say('nextPutOff')}
        </Button>
      ) : null}
      <Button variant="tertiary" data-size="sm" onClick={() => goTo(0)}>
        {say('leavePutOff')}
      </Button>
    </nav>
  );
}

interface ChoicesProps {
  readonly hasKeys: boolean;
  readonly onChooseKeys: (hasKeys: boolean) => void;
}

function Choices({ hasKeys, onChooseKeys }: ChoicesProps) {
  const say = useTexts(matchTexts);
  const sayCommon = useTexts(commonTexts);
  const address = useAddress();
  return (
    <div className="fields review-choices">
      <SelectField
        size="sm"
        label={say('filterKind')}
        value={matchKind.safeParse(address.get('slag')).data ?? ''}
        onChange={(slag) => address.change({ slag, utsatt: '' })}
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
          onChange={(event) => onChooseKeys(event.target.checked)}
        />
      </div>
    </div>
  );
}

interface NothingLeftProps {
  readonly putOff: number;
  readonly onTakeUp: () => void;
  readonly onUndo: (() => void) | null;
  readonly hasKeys: boolean;
}

function NothingLeft({ putOff, onTakeUp, onUndo, hasKeys }: NothingLeftProps) {
  const say = useTexts(matchTexts);
  useShortcuts(hasKeys && onUndo !== null ? { z: onUndo } : null);
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
