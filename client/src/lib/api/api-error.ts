import type { ErrorBody, ErrorCode, FieldProblem } from '@savner/contract/errors';

/** A refusal from the server, with its stable code and the fields it concerns. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly fields: readonly FieldProblem[];
  readonly requestId: string;

  constructor(body: ErrorBody) {
    super(body.message);
    this.name = 'ApiError';
    this.code = body.code;
    this.fields = body.fields ?? [];
    this.requestId = body.requestId;
  }
}

/** The request never got an answer: no cover, a broken line, or the server is down. */
export class ConnectionError extends Error {
  constructor(cause: unknown) {
    super('The server could not be reached', { cause });
    this.name = 'ConnectionError';
  }
}

/** An answer came that the contract does not know: another version of the page, or a proxy in between. */
export class UnreadableAnswerError extends Error {
  readonly status: number;

  constructor(status: number, cause?: unknown) {
    super(`The answer (status ${status}) could not be read`, { cause });
    this.name = 'UnreadableAnswerError';
    this.status = status;
  }
}
