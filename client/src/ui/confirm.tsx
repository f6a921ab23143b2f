import { useEffect, useId, useRef, useState, type ComponentRef, type ReactNode } from 'react';
import { Button, Paragraph } from '@digdir/designsystemet-react';
import { commonTexts } from '../lib/texts/common-texts.js';
import { useTexts } from '../lib/texts/texts.js';

interface ConfirmProps {
  /** The button that asks. */
  readonly ask: ReactNode;
  /** What will happen, and whether it can be undone. */
  readonly question: string;
  readonly yes: string;
  readonly onYes: () => void;
  readonly tone?: 'danger';
  readonly size?: 'sm' | 'md';
}

/** Asks once more, on the spot, before something that cannot easily be undone. Escape and «Avbryt» change nothing. */
export function Confirm({ ask, question, yes, onYes, tone, size = 'sm' }: ConfirmProps) {
  const say = useTexts(commonTexts);
  const [isAsking, setAsking] = useState(false);
  const asker = useRef<ComponentRef<typeof Button>>(null);
  const safe = useRef<ComponentRef<typeof Button>>(null);
  const wasAsking = useRef(false);
  const questionId = useId();
  useEffect(() => {
    if (isAsking) safe.current?.focus();
    else if (wasAsking.current) asker.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  const color = tone === undefined ? {} : { 'data-color': tone };
  if (!isAsking) {
    return (
      <Button ref={asker} variant="secondary" data-size={size} {...color} onClick={() => setAsking(true)}>
        {ask}
      </Button>
    );
  }
  return (
    <div
      className="confirm"
      role="group"
      aria-labelledby={questionId}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setAsking(false);
      }}
    >
      <Paragraph id={questionId} data-size="sm">
        {question}
      </Paragraph>
      <div className="row">
        <Button
          data-size={size}
          {...color}
          onClick={() => {
            setAsking(false);
            onYes();
          }}
        >
          {yes}
        </Button>
        <Button ref={safe} variant="secondary" data-size={size} onClick={() => setAsking(false)}>
          {say('cancel')}
        </Button>
      </div>
    </div>
  );
}
