import { useState, type SubmitEvent } from 'react';
import { Button, Textfield, ValidationMessage } from '@digdir/designsystemet-react';
import { osloBoxes, osloInstant } from '../../lib/format/oslo-time.js';
import { serverNow } from '../../lib/server-clock.js';
import { textIn } from '../../lib/forms/text-in.js';
import { useTexts } from '../../lib/texts/texts.js';
import { callingTexts } from './texts.js';

interface CallbackTimeProps {
  readonly chosen: string | null;
  readonly onChosen: (instant: string) => void;
}

const dayInMilliseconds = 86_400_000;

/** The agreed time, in the phone's own date and time boxes; tomorrow at six is a good first guess. */
export function CallbackTime({ chosen, onChosen }: CallbackTimeProps) {
  const say = useTexts(callingTexts);
  const [isInvalid, setIsInvalid] = useState(false);
  const [first] = useState(() =>
    chosen === null
      ? { date: osloBoxes(new Date(serverNow().getTime() + dayInMilliseconds)).date, time: '18:00' }
      : osloBoxes(new Date(chosen)),
  );
  const choose = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const boxes = new FormData(event.currentTarget);
    const instant = osloInstant(textIn(boxes, 'date'), textIn(boxes, 'time'));
    const isFine = instant !== null && Date.parse(instant) > serverNow().getTime();
    setIsInvalid(!isFine);
    if (isFine) onChosen(instant);
  };
  return (
    <form className="report__time" onSubmit={choose} noValidate>
      <fieldset className="report__question">
        <legend tabIndex={-1}>{say('question.callbackAt')}</legend>
        <div className="row">
          <Textfield type="date" name="date" label={say('callbackDate')} defaultValue={first.date} />
          <Textfield type="time" name="time" label={say('callbackTime')} defaultValue={first.time} />
        </div>
      </fieldset>
      {isInvalid ? <ValidationMessage role="alert">{say('callbackInvalid')}</ValidationMessage> : null}
      <Button type="submit" variant="secondary">
        {say('callbackUse')}
      </Button>
    </form>
  );
}
