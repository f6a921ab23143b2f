import type { ImportCounts } from '@savner/contract/tips';
import { formatNumber } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { tipTexts } from './texts.js';

export function ImportTally({ counts }: { readonly counts: ImportCounts }) {
  const say = useTexts(tipTexts);
  return (
    <dl className="tally">
      {(['rows', 'good', 'bad', 'repeated'] as const).map((name) => (
        <div key={name}>
          <dt>{say(name)}</dt>
          <dd className="figure">{formatNumber(counts[name])}</dd>
        </div>
      ))}
    </dl>
  );
}
