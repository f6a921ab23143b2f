import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject } from '@nestjs/common';
import { type ErrorBody, type ErrorCode, errorStatuses } from '@savner/contract/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { AppError } from '../errors.js';
import { LOGGER } from '../tokens.js';

/** Turns whatever was thrown into `{ code, message, fields?, requestId }`; never a stack, SQL or personal data. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<FastifyRequest>();
    const body = toErrorBody(error, request.id);
    if (body.code === 'internal') this.logger.error({ error }, 'request failed');
    void reply
      .header('cache-control', 'no-store')
      .status(errorStatuses[body.code])
      .type('application/json; charset=utf-8')
      .send(body);
  }
}

/** The public form of any error. */
export function toErrorBody(error: unknown, requestId: string): ErrorBody {
  if (error instanceof AppError) {
    const fields = error.fields.length > 0 ? { fields: [...error.fields] } : {};
    return { code: error.code, message: error.message, ...fields, requestId };
  }
  const code = codeOfStatus(statusOf(error));
  return { code, message: generalMessages[code] ?? 'Noe gikk galt hos oss. Prøv igjen om litt.', requestId };
}

const generalMessages: Partial<Record<ErrorCode, string>> = {
  not_found: 'Siden finnes ikke.',
  too_large: 'Det du sendte, er for stort. Gjør det mindre og send på nytt.',
  unsupported_media_type: 'Vi kan ikke lese dette formatet. Send JSON, et vanlig skjema eller en fil.',
  validation_failed: 'Vi klarte ikke å lese det som ble sendt. Se etter at det er gyldig JSON.',
  too_many_requests: 'Det ble for mange forsøk. Vent et minutt og prøv igjen.',
};

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number')
    return error.statusCode;
  return 500;
}

function codeOfStatus(status: number): ErrorCode {
  switch (status) {
    case 404:
    case 405:
      return 'not_found';
    case 413:
      return 'too_large';
    case 415:
      return 'unsupported_media_type';
    case 429:
      return 'too_many_requests';
    default:
      return status >= 400 && status < 500 ? 'validation_failed' : 'internal';
  }
}
