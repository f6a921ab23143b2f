import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { TipImport } from '@savner/contract/tips';
import { formatNumber } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { RowProblems } from './row-problems.js';
import { tipTexts } from './texts.js';

interface ImportResultProps {
  readonly result: TipImport;
  readonly tipsPath: string;
  readonly onAgain: () => void;
}

export function ImportResult({ result, tipsPath, onAgain }: ImportResultProps) {
  const say = useTexts(tipTexts);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { counts, refusedRows } = result;
  return (
    <div className="stack">
      <section className="panel">
        <Heading level={2} data-size="sm" ref={heading} tabIndex={-1}>
          {say('doneTitle', { count: formatNumber(counts.good - counts.repeated) })}
        </Heading>
        <Paragraph>{say('doneIntro')}</Paragraph>
        <div className="row">
          <Button asChild>
            <Link to={tipsPath}>{say('seeTips')}</Link>
          </Button>
          <Button variant="secondary" onClick={onAgain}>
            {say('oneMoreList')}
          </Button>
        </div>
      </section>
      {refusedRows.length === 0 ? null : (
        <section className="stack stack--tight">
          <Heading level={2} data-size="sm">
            {say('refused', { count: formatNumber(counts.bad) })}
          </Heading>
          <Paragraph className="quiet">{say('problemsIntro')}</Paragraph>
          <RowProblems problems={refusedRows} />
        </section>
      )}
    </div>
  );
}
