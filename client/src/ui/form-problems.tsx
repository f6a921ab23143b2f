import { useEffect, useRef, type ComponentRef } from 'react';
import { ErrorSummary } from '@digdir/designsystemet-react';
import { commonTexts } from '../lib/texts/common-texts.js';
import { useTexts } from '../lib/texts/texts.js';

export interface FormProblem {
  /** The id of the field, so that the summary can lead to it. */
  readonly fieldId: string;
  readonly message: string;
}

/** The summary above the send button: gets the focus when problems appear, and links to each field. */
export function FormProblems({ problems }: { readonly problems: readonly FormProblem[] }) {
  const say = useTexts(commonTexts);
  const summary = useRef<ComponentRef<typeof ErrorSummary>>(null);
  useEffect(() => {
    if (problems.length > 0) summary.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <ErrorSummary ref={summary} tabIndex={-1}>
      <ErrorSummary.Heading>
        {problems.length === 1 ? say('fixTheseOne') : say('fixThese', { count: problems.length })}
      </ErrorSummary.Heading>
      <ErrorSummary.List>
        {problems.map((problem) => (
          <ErrorSummary.Item key={problem.fieldId}>
            <ErrorSummary.Link href={`#${problem.fieldId}`}>{problem.message}</ErrorSummary.Link>
          </ErrorSummary.Item>
        ))}
      </ErrorSummary.List>
    </ErrorSummary>
  );
}
