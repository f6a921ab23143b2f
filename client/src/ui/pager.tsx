import { Link, useLocation, useSearchParams } from 'react-router';
import { Button, Paragraph } from '@digdir/designsystemet-react';
import { pageParameter } from '../lib/address/use-address.js';
import { formatNumber } from '../lib/format/format.js';
import { commonTexts } from '../lib/texts/common-texts.js';
import { useTexts } from '../lib/texts/texts.js';

interface PagerProps {
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
}

/** «1–50 av 425», and links to the pages before and after. */
export function Pager({ page, pageSize, total }: PagerProps) {
  const say = useTexts(commonTexts);
  if (total === 0) return null;
  const first = (page - 1) * pageSize + 1;
  const last = Math.min(page * pageSize, total);
  const count = formatNumber(total);
  return (
    <nav className="pager" aria-label={say('paging')}>
      <Paragraph role="status" className="quiet">
        {say('shown', { first: formatNumber(first), last: formatNumber(last), total: count })}
      </Paragraph>
      {total > pageSize ? (
        <div className="row">
          {page > 1 ? <PageLink to={page - 1} words={say('previousPage')} /> : null}
          {last < total ? <PageLink to={page + 1} words={say('nextPage')} /> : null}
        </div>
      ) : null}
    </nav>
  );
}

function PageLink({ to, words }: { readonly to: number; readonly words: string }) {
  const { pathname } = useLocation();
  const [parameters] = useSearchParams();
  const next = new URLSearchParams(parameters);
  next.set(pageParameter, String(to));
  return (
    <Button asChild variant="secondary" data-size="sm">
      <Link to={{ pathname, search: next.toString() }}>{words}</Link>
    </Button>
  );
}
