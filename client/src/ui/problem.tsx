import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { ApiError } from '../lib/api/api-error.js';
import { describeProblem } from '../lib/api/describe-problem.js';
import { commonTexts, problemTexts } from '../lib/texts/common-texts.js';
import { useTexts } from '../lib/texts/texts.js';

/** What is wrong with each field, for screens that have no field to say it at. */
function fieldMessages(error: unknown): string[] {
  return error instanceof ApiError ? [...new Set(error.fields.map(({ message }) => message))] : [];
}

interface ProblemProps {
  readonly error: unknown;
  /** Gives a «try again» button. */
  readonly onRetry?: () => void;
}

/** What went wrong, in the content where it went wrong; read aloud when it appears. */
export function Problem({ error, onRetry }: ProblemProps) {
  const say = useTexts(problemTexts);
  const sayCommon = useTexts(commonTexts);
  return (
    <Alert data-color="danger" role="alert" className="problem">
      <Heading level={2} data-size="2xs">
        {say('heading')}
      </Heading>
      <Paragraph>{describeProblem(error, say)}</Paragraph>
      {fieldMessages(error).map((message) => (
        <Paragraph key={message}>{message}</Paragraph>
      ))}
      {error instanceof ApiError && error.code === 'internal' ? (
        <Paragraph data-size="sm">{say('requestId', { requestId: error.requestId })}</Paragraph>
      ) : null}
      {onRetry === undefined ? null : (
        <Button variant="secondary" data-size="sm" onClick={onRetry}>
          {sayCommon('tryAgain')}
        </Button>
      )}
    </Alert>
  );
}
