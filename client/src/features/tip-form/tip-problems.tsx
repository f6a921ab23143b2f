import { useEffect, useRef } from 'react';
import type { FieldProblem } from '@savner/contract/errors';
import { useTexts } from '../../lib/texts/texts.js';
import { tipFormTexts } from './texts.js';

/** The summary above the button, with a link to each field; it takes the focus when the form comes back. */
export function TipProblems({ problems }: { readonly problems: readonly FieldProblem[] }) {
  const say = useTexts(tipFormTexts);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    summary.current?.focus();
  }, []);
  if (problems.length === 0) return null;
  return (
    <div ref={summary} className="ds-error-summary" tabIndex={-1} role="alert">
      <h2 className="ds-heading" data-size="xs">
        {problems.length === 1 ? say('problemsOne') : say('problems', { count: problems.length })}
      </h2>
      <ul className="ds-list">
        {problems.map(({ path, code, message }) => (
          <li key={`${path} ${code}`}>
            <a className="ds-link" href={`#${path}`}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
