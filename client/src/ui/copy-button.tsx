import { useState } from 'react';
import { Button } from '@digdir/designsystemet-react';
import { commonTexts } from '../lib/texts/common-texts.js';
import { useTexts } from '../lib/texts/texts.js';

/** Copies a text; says so on the button, and tells what to do where the browser will not let a page copy. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const say = useTexts(commonTexts);
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('refused');
    }
  };
  return (
    <>
      <Button variant="secondary" onClick={() => void copy()}>
        {state === 'copied' ? say('copied') : label}
      </Button>
      <span role="status">{state === 'refused' ? say('copyByHand') : ''}</span>
    </>
  );
}
