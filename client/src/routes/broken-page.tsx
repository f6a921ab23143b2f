import { useRouteError } from 'react-router';
import { problemTexts } from '../lib/texts/common-texts.js';
import { useTexts } from '../lib/texts/texts.js';
import { Page } from '../ui/page.js';
import { Problem } from '../ui/problem.js';

/** When a page falls over: plain words and a way on, never a white screen. */
export function BrokenPage() {
  const say = useTexts(problemTexts);
  return (
    <Page title={say('heading')} width="narrow">
      <Problem error={useRouteError()} onRetry={() => window.location.reload()} />
    </Page>
  );
}
