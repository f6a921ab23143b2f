import type { LoggerService } from '@nestjs/common';
import { pino, type Logger as PinoLogger } from 'pino';
import type { Config } from '../../config/config.js';
import { requestContext } from './request-context.js';

/** Names of fields that may hold personal data or secrets: their values never reach a log line, at any depth shown. */
const redacted = [
  'name',
  'firstNames',
  'lastName',
  'formerName',
  'nickname',
  'phone',
  'phones',
  'email',
  'street',
  'greeting',
  'note',
  'token',
  'password',
  'cookie',
  'authorization',
  'code',
  'url',
  'body',
  'parameters',
  'query',
  'detail',
];
const levelsDeep = ['', '*.', '*.*.', '*.*.*.'];

/** One JSON line per event, to standard error, with the request's id. */
export function createLogger(config: Pick<Config, 'logLevel'>, stream?: NodeJS.WritableStream): PinoLogger {
  return pino(
    {
      level: config.logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: levelsDeep.flatMap((prefix) => redacted.map((field) => `${prefix}${field}`)),
        censor: '[hidden]',
      },
      mixin: () => requestContext.getStore() ?? {},
      serializers: { err: describeError, error: describeError },
    },
    stream ?? pino.destination({ dest: 2, sync: false }),
  );
}

/** Type, code and stack; never the message of a database error's parameters or a parsed body. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const driver = 'driverError' in error && error.driverError instanceof Error ? error.driverError : error;
  return {
    type: error.constructor.name,
    reason: 'code' in driver ? String(driver.code) : undefined,
    stack: error.stack
      ?.split('\n')
      .filter((line) => line.trimStart().startsWith('at '))
      .join('\n'),
  };
}

/** Nest's own lines in the same form. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: PinoLogger) {}
  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.logger.error({ context: rest.at(-1) }, message instanceof Error ? message.name : String(message));
  }
  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }
  debug(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
  verbose(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
}
