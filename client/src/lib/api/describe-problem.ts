import type { Say } from '../texts/texts.js';
import type { problemTexts } from '../texts/common-texts.js';
import { ApiError, ConnectionError, UnreadableAnswerError } from './api-error.js';

/** What happened and what to do, in the reader's words. */
export function describeProblem(error: unknown, say: Say<typeof problemTexts.nb>): string {
  if (error instanceof ApiError) return say(error.code);
  if (error instanceof ConnectionError) return say('offline');
  if (error instanceof UnreadableAnswerError) return say('unreadable');
  return say('unexpected');
}
