import { commonTexts } from '../lib/texts/common-texts.js';
import { useTexts } from '../lib/texts/texts.js';

interface ProgressBarProps {
  readonly label: string;
  readonly done: number;
  readonly total: number;
}

/** Long work with its number; the words are live, so a screen reader hears it move. */
export function ProgressBar({ label, done, total }: ProgressBarProps) {
  const say = useTexts(commonTexts);
  return (
    <div className="progress">
      <div className="progress__words">
        <span>{label}</span>
        <span role="status">{say('progress', { done, total })}</span>
      </div>
      <progress aria-label={label} value={total === 0 ? undefined : done} max={Math.max(total, 1)} />
    </div>
  );
}
