import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { CallerStatus, HeldHousehold } from '@savner/contract/calls';
import { formatMoment, formatNumber, formatTime } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Callbacks } from './callbacks.js';
import type { Unreported } from './late-report.js';
import { MyCalls } from './my-calls.js';
import { RingBack } from './ring-back.js';
import { callingTexts } from './texts.js';

interface StartScreenProps {
  readonly status: CallerStatus;
  readonly isFetching: boolean;
  readonly onNext: () => void;
  readonly onOpened: (household: HeldHousehold) => void;
  readonly onLate: (unreported: Unreported) => void;
}

/** Between two calls: how the evening goes, and one large button. */
export function StartScreen({ status, isFetching, onNext, onOpened, onLate }: StartScreenProps) {
  const say = useTexts(callingTexts);
  return (
    <>
      {status.unreported.map((unreported) => (
        <section key={unreported.leaseId} className="panel call-panel call-panel--warm">
          <Heading level={2} data-size="2xs">
            {say('unreportedTitle')}
          </Heading>
          <Paragraph>
            {say('unreportedText', { title: unreported.title, moment: formatMoment(unreported.endedAt) })}
          </Paragraph>
          <Button variant="secondary" onClick={() => onLate(unreported)}>
            {say('reportNow')}
          </Button>
        </section>
      ))}
      <section className="panel call-panel call-start">
        <p className="call-start__ready">{readyWords(status)}</p>
        <Button data-size="lg" className="call-next" onClick={onNext} aria-busy={isFetching}>
          {isFetching ? say('fetchingNext') : say('next')}
        </Button>
        <p className="quiet">{hoursWords(status)}</p>
      </section>
      <dl className="call-figures">
        <Figure
          label={say('mine')}
          value={status.mine.calls}
          detail={say('talks', { count: status.mine.talks })}
        />
        <Figure
          label={say('team')}
          value={status.team.calls}
          detail={say('talks', { count: status.team.talks })}
        />
        <Figure label={say('remaining')} value={status.team.remaining} />
      </dl>
      <Callbacks callbacks={status.callbacks} onOpened={onOpened} />
      <RingBack onOpened={onOpened} />
      <MyCalls />
    </>
  );

  function readyWords({ readyForMe }: CallerStatus): string {
    if (readyForMe === 0) return say('readyNone');
    return readyForMe === 1 ? say('readyOne') : say('ready', { count: formatNumber(readyForMe) });
  }

  function hoursWords({ callHours }: CallerStatus): string {
    if (callHours.isOpen && callHours.closesAt !== null)
      return say('hoursOpen', { time: formatTime(callHours.closesAt) });
    if (!callHours.isOpen && callHours.opensAt !== null) {
      return say('hoursClosed', { moment: formatMoment(callHours.opensAt) });
    }
    return '';
  }
}

function Figure({
  label,
  value,
  detail,
}: {
  readonly label: string;
  readonly value: number;
  readonly detail?: string;
}) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <span className="figure">{formatNumber(value)}</span>
        {detail === undefined ? null : <span className="quiet"> {detail}</span>}
      </dd>
    </div>
  );
}
