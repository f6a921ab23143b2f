import { commonTexts } from '../lib/texts/common-texts.js';
import { useTexts } from '../lib/texts/texts.js';

interface ProgressBarProps {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** How fast it goes, in words; seen, not read aloud each time it changes. */
  readonly pace?: string;
}

/** Long work with its number; the words are live, so a screen reader hears it move. */
export function ProgressBar({ label, done, total, pace }: ProgressBarProps) {
  const say = useTexts(commonTexts);
  return (
    <div className="progress">
      <div className="progress__words">
        <span>{label}</span>
        <span>
          <span role="status">{say('progress', { done, total })}</span>
          {pace === undefined ? '' : ` · ${pace}`}
        </span>
      </div>
      <progress aria-label={label} value={total === 0 ? undefined : done} max={Math.max(total, 1)} />
    </div>
  );
}
