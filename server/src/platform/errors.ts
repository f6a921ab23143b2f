import type { ErrorCode, FieldProblem } from '@savner/contract/errors';

/** A broken rule with a stable code; the HTTP filter turns it into status and body, the command line into a sentence. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(message);
    this.name = 'AppError';
  }
}

export function notFound(what: string): AppError {
  return new AppError('not_found', `${what} finnes ikke.`);
}

export function notSignedIn(): AppError {
  return new AppError('not_signed_in', 'Du må logge inn først.');
}

export function forbidden(): AppError {
  return new AppError('forbidden', 'Du har ikke tilgang til dette.');
}
