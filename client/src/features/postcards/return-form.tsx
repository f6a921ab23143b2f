import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { Button, Fieldset, Radio, Textfield, ValidationMessage } from '@digdir/designsystemet-react';
import { date } from '@savner/contract/common';
import { getToday } from '@savner/contract/insight';
import {
  findCards,
  listBatches,
  returnCard,
  returnReasons,
  type ReturnReason,
} from '@savner/contract/postcards';
import { useSend } from '../../lib/api/use-endpoint.js';
import { commonTexts } from '../../lib/texts/common-texts.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Problem } from '../../ui/problem.js';
import { problemAt, problemsOf } from '../../ui/problems-of.js';
import { returnTexts } from './texts.js';

interface ReturnFormProps {
  readonly params: { readonly campaignId: string; readonly cardId: string };
  /** Filled in; as a date box has it. */
  readonly today: string;
  readonly onDone: () => void;
}

/** When a card came back, and why. The focus begins at the reason, since the day is mostly today. */
export function ReturnForm({ params, today, onDone }: ReturnFormProps) {
  const say = useTexts(returnTexts);
  const sayCommon = useTexts(commonTexts);
  const [returnedOn, setReturnedOn] = useState(today);
  const [reason, setReason] = useState<ReturnReason | null>(null);
  const [isTried, setTried] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const dateBox = useRef<HTMLInputElement>(null);
  const returning = useSend(returnCard, [findCards, listBatches, getToday]);
  useEffect(() => first.current?.focus(), []);
  const isDate = date.safeParse(returnedOn).success;
  const prefix = `return-${params.cardId}`;
  const refusals = problemsOf(returning.error, prefix);
  const refusedDate = problemAt(refusals, `${prefix}-returnedOn`);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (returning.isPending) return;
    if (reason === null) first.current?.focus();
    else if (!isDate) dateBox.current?.focus();
    else
      returning.mutate(
        { params, body: { returnedOn, reason } },
        { onSuccess: onDone, onError: () => dateBox.current?.focus() },
      );
  };
  const isMissing = isTried && reason === null;
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Fieldset aria-describedby={isMissing ? `${prefix}-missing` : undefined}>
        <Fieldset.Legend>{say('reason')}</Fieldset.Legend>
        <div className="ticks">
          {returnReasons.map((value, at) => (
            <Radio
              key={value}
              {...(at === 0 ? { ref: first } : {})}
              name={prefix}
              value={value}
              label={say(`reason.${value}`)}
              checked={reason === value}
              aria-invalid={isMissing ? true : undefined}
              onChange={() => setReason(value)}
            />
          ))}
        </div>
        {isMissing ? (
          <ValidationMessage id={`${prefix}-missing`}>{say('reasonMissing')}</ValidationMessage>
        ) : null}
      </Fieldset>
      <Textfield
        ref={dateBox}
        id={`${prefix}-returnedOn`}
        className="short-field"
        data-size="sm"
        type="date"
        label={say('returnedOn')}
        value={returnedOn}
        error={isTried && !isDate ? say('returnedOnMissing') : refusedDate}
        onChange={(event) => {
          setReturnedOn(event.target.value);
          returning.reset();
        }}
      />
      {returning.error === null || refusedDate !== undefined ? null : <Problem error={returning.error} />}
      <div className="row">
        <Button type="submit" data-size="sm">
          {say('save')}
        </Button>
        <Button type="button" variant="secondary" data-size="sm" onClick={onDone}>
          {sayCommon('cancel')}
        </Button>
      </div>
    </form>
  );
}
