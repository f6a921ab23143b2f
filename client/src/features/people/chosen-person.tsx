import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { useTexts } from '../../lib/texts/texts.js';
import { Problem } from '../../ui/problem.js';
import type { ChosenPerson } from './likely-persons.js';
import { likelyTexts } from './texts.js';

interface ChosenPersonLineProps {
  readonly chosen: ChosenPerson | null;
  readonly onTakeBack: () => void;
}

/** What will happen when the tip is stored, where it is stored. */
export function ChosenPersonLine({ chosen, onTakeBack }: ChosenPersonLineProps) {
  const say = useTexts(likelyTexts);
  if (chosen === null) return null;
  return (
    <Alert data-color="info" className="likely__chosen">
      <Paragraph>{say('chosen', { name: chosen.displayName })}</Paragraph>
      <Button variant="secondary" data-size="sm" onClick={onTakeBack}>
        {say('takeBack')}
      </Button>
    </Alert>
  );
}

interface JoinedLineProps {
  readonly name: string;
  readonly joining: { readonly isPending: boolean; readonly error: Error | null };
  readonly onRetry: () => void;
}

/** What came of «it is the same», told under the receipt of the tip. */
export function JoinedLine({ name, joining, onRetry }: JoinedLineProps) {
  const say = useTexts(likelyTexts);
  const state = joining.isPending ? 'joining' : joining.error === null ? 'joined' : 'notJoined';
  return (
    <>
      <Paragraph role="status">{say(state, { name })}</Paragraph>
      {joining.error === null ? null : <Problem error={joining.error} onRetry={onRetry} />}
    </>
  );
}
