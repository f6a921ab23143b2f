import { Skeleton } from '@digdir/designsystemet-react';
import { commonTexts } from '../lib/texts/common-texts.js';
import { useTexts } from '../lib/texts/texts.js';

/** The shape of what is coming, while it is fetched. */
export function Loading({ lines = 4 }: { readonly lines?: number }) {
  const say = useTexts(commonTexts);
  return (
    <div className="stack" aria-busy="true">
      <span className="ds-sr-only" role="status">
        {say('loading')}
      </span>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} variant="rectangle" height={56} />
      ))}
    </div>
  );
}
