import { Button } from '@digdir/designsystemet-react';
import { useTexts } from '../../lib/texts/texts.js';
import { postcardTexts } from './texts.js';

interface LargerButtonProps {
  readonly isLarge: boolean;
  readonly onLarge: (isLarge: boolean) => void;
}

/** Gives the pictures the whole width, where there is more of it than they have. */
export function LargerButton({ isLarge, onLarge }: LargerButtonProps) {
  const say = useTexts(postcardTexts);
  return (
    <Button className="wide-only" variant="secondary" data-size="sm" onClick={() => onLarge(!isLarge)}>
      {isLarge ? say('smaller') : say('larger')}
    </Button>
  );
}
