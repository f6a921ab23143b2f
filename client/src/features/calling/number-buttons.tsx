import { Button } from '@digdir/designsystemet-react';
import type { HeldHousehold } from '@savner/contract/calls';
import type { ReportState } from '@savner/contract/rules/call-questions';
import { useTexts } from '../../lib/texts/texts.js';
import { useCallContext } from './call-context.js';
import { callingTexts } from './texts.js';

interface NumberButtonsProps {
  readonly household: HeldHousehold;
  readonly state: ReportState;
  readonly onTapped: (number: string) => void;
  readonly onWrong: (number: string) => void;
}

/** The number as one large button; tapping it keeps the household for the length of a long talk. */
export function NumberButtons({ household, state, onTapped, onWrong }: NumberButtonsProps) {
  const say = useTexts(callingTexts);
  const { callerName, municipalityName } = useCallContext();
  const preferred = household.numbers.find(({ isPreferred }) => isPreferred) ?? household.numbers[0];
  if (preferred === undefined) return <p className="panel call-panel--warm">{say('numbersNone')}</p>;
  const others = household.numbers.filter(({ number }) => number !== preferred.number);
  const sms = say('smsText', { caller: callerName, municipality: municipalityName });
  const maySendSms = state.answers.contact === 'no';
  return (
    <div className="call-numbers">
      <a className="call-number" href={`tel:${preferred.number}`} onClick={() => onTapped(preferred.number)}>
        <PhoneSign />
        {say('callNumber', { number: preferred.shown })}
      </a>
      <div className="row">
        <Button variant="tertiary" onClick={() => onWrong(preferred.number)}>
          {say('wrongNumber')}
        </Button>
        {maySendSms ? (
          <a className="ds-link" href={`sms:${preferred.number}?body=${encodeURIComponent(sms)}`}>
            {say('smsReady')}
          </a>
        ) : null}
      </div>
      {others.length === 0 ? null : (
        <div>
          <p className="quiet">{say('otherNumbers')}</p>
          <ul className="plain-list row">
            {others.map(({ number, shown }) => (
              <li key={number}>
                <a
                  className="ds-button"
                  data-variant="secondary"
                  href={`tel:${number}`}
                  onClick={() => onTapped(number)}
                >
                  {say('callNumber', { number: shown })}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function PhoneSign() {
  return (
    <svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true" focusable="false">
      <path
        fill="currentColor"
        d="M6.6 3.2 9 2.7a1.4 1.4 0 0 1 1.6.8l1.2 2.9a1.4 1.4 0 0 1-.4 1.6L9.8 9.3a12 12 0 0 0 5 5l1.3-1.6a1.4 1.4 0 0 1 1.6-.4l2.9 1.2a1.4 1.4 0 0 1 .8 1.6l-.5 2.4a2 2 0 0 1-2 1.6C11 19.2 4.9 13 4.9 5.2a2 2 0 0 1 1.7-2Z"
      />
    </svg>
  );
}
