import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Alert, Button, Heading, Paragraph, Tag, Textfield } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import type { ReviewCase, Saving } from '@savner/contract/people';
import { formatDate } from '../../lib/format/format.js';
import { useShortcuts } from '../../lib/keys/use-shortcuts.js';
import { useTexts } from '../../lib/texts/texts.js';
import { firstParted } from './case-answers.js';
import { CaseView } from './case-view.js';
import { listed } from './listed.js';
import { matchTexts } from './texts.js';
import { daysUntil, isUrgent } from './time-left.js';
import type { Review } from './use-review.js';

interface CaseQuestionProps {
  readonly campaign: Campaign;
  readonly review: Review;
  readonly asked: ReviewCase;
  readonly hasKeys: boolean;
  readonly now: string;
}

/** The focus moves to each new question, so that it is read aloud and the keys go on working. */
export function CaseQuestion({ campaign, review, asked, hasKeys, now }: CaseQuestionProps) {
  const say = useTexts(matchTexts);
  const heading = useRef<HTMLHeadingElement>(null);
  const reason = useRef<HTMLInputElement>(null);
  const [why, setWhy] = useState('');
  const [picked, setPicked] = useState<readonly number[]>([]);
  const [hint, setHint] = useState('');
  const isFirst = review.said === null;
  useEffect(() => {
    if (isFirst) return;
    // On a phone the buttons are far below the question: the next one begins at the top.
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'start' });
  }, [isFirst]);

  const isMany = asked.sides.length > 2;
  const everybody = asked.sides.map((_, place) => place);
  const pick = (place: number) => {
    setHint('');
    setPicked((before) =>
      before.includes(place)
        ? before.filter((other) => other !== place)
        : [...before, place].sort((a, b) => a - b),
    );
  };
  const isPart = picked.length > 1 && picked.length < everybody.length;
  const same = () => {
    const chosen = picked.length === 0 ? everybody : picked;
    const parted = firstParted(asked, chosen);
    if (chosen.length < 2) setHint(say('pickTwo'));
    else if (parted) setHint(say('isParted', { one: parted[0], other: parted[1] }));
    else review.answer(isPart ? picked : 'all', why);
  };
  const none = () => review.answer('none', why);

  useShortcuts(
    hasKeys
      ? {
          s: same,
          i: none,
          u: review.later,
          z: review.undo,
          b: () => reason.current?.focus(),
          ...(isMany
            ? Object.fromEntries(everybody.map((place) => [String(place + 1), () => pick(place)]))
            : {}),
        }
      : null,
  );
  return (
    <>
      <div>
        <Heading level={2} data-size="md" ref={heading} tabIndex={-1}>
          {isMany
            ? say(`questionMany.${asked.kind}`, { count: asked.sides.length })
            : say(`question.${asked.kind}`)}
        </Heading>
        <Paragraph className="quiet">{say(isMany ? 'explainMany' : `explain.${asked.kind}`)}</Paragraph>
        <Hurry asked={asked} now={now} />
      </div>
      <CaseView {...{ campaign, asked, picked, onPick: pick }} />
      <Textfield
        ref={reason}
        data-size="sm"
        className="review-why"
        label={say('whyAnswer')}
        maxLength={300}
        value={why}
        onChange={(event) => setWhy(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'Escape') heading.current?.focus();
        }}
      />
      {hint === '' ? null : (
        <Alert data-color="warning" role="alert">
          {hint}
        </Alert>
      )}
      <div className="action-bar">
        <Act keyName={hasKeys ? 'S' : null} onAct={same}>
          {sameWords()}
        </Act>
        {isPart ? null : (
          <Act keyName={hasKeys ? 'I' : null} variant="secondary" onAct={none}>
            {isMany ? say(`none.${asked.kind}`) : say(`not_same.${asked.kind}`)}
          </Act>
        )}
        <Act keyName={hasKeys ? 'U' : null} variant="tertiary" onAct={review.later}>
          {say('later')}
        </Act>
        {review.canUndo ? (
          <Act keyName={hasKeys ? 'Z' : null} variant="tertiary" onAct={review.undo}>
            {say('undo')}
          </Act>
        ) : null}
      </div>
    </>
  );

  function sameWords(): string {
    if (isPart)
      return say(`some.${asked.kind}`, {
        numbers: listed(
          picked.map((place) => String(place + 1)),
          say('and'),
        ),
      });
    return isMany ? say(`all.${asked.kind}`) : say(`same.${asked.kind}`);
  }
}

interface ActProps {
  readonly keyName: string | null;
  readonly onAct: () => void;
  readonly variant?: 'primary' | 'secondary' | 'tertiary';
  readonly children: ReactNode;
}

function Act({ keyName, onAct, variant = 'primary', children }: ActProps) {
  return (
    <Button variant={variant} onClick={onAct}>
      {children}
      {keyName === null ? null : <kbd className="key-hint">{keyName}</kbd>}
    </Button>
  );
}

/** Why this case comes now, in few words. */
function Hurry({ asked: { saves, informBy }, now }: { readonly asked: ReviewCase; readonly now: string }) {
  const say = useTexts(matchTexts);
  const { what, count } = saves;
  const isNear = what !== 'records' && isUrgent(daysUntil(informBy, now));
  return (
    <p className="row hurry">
      <Tag data-color={hurryColors[what]}>
        {count > 2 ? say(`savesMany.${what}`, { count }) : say(`saves.${what}`)}
      </Tag>
      {isNear ? <Tag data-color="danger">{say('informBy', { date: formatDate(informBy) })}</Tag> : null}
    </p>
  );
}

const hurryColors = {
  stopped_card: 'danger',
  cards: 'warning',
  calls: 'warning',
  waiting_card: 'info',
  records: 'neutral',
} as const satisfies Record<Saving, string>;
