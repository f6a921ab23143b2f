import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
} from '@nestjs/common';
import type { Endpoint, InputOf } from '@savner/contract/endpoint';
import type { FieldProblem } from '@savner/contract/errors';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { AppError } from '../errors.js';
import { FileBody } from './file-body.js';
import { takesFile } from './openapi.js';
import { withoutUnseen } from './unseen-text.js';

export const ENDPOINT = Symbol('Endpoint');

/** Makes a controller method the server side of a contract endpoint: address, status, validation and whitelist. */
export const Route = (endpoint: Endpoint) =>
  applyDecorators(
    RequestMapping({ path: endpoint.path, method: RequestMethod[endpoint.method] }),
    HttpCode(endpoint.status ?? 200),
    SetMetadata(ENDPOINT, endpoint),
  );

/**
 * The request's params, query and body, without what cannot be seen, parsed by the endpoint's schemas. A file is read here, after the guard, and only
 * where the endpoint takes one. @throws AppError validation_failed, too_large
 */
export const Input = createParamDecorator(
  async (_: unknown, context: ExecutionContext): Promise<InputOf<Endpoint>> => {
    const endpoint = Reflect.getMetadata(ENDPOINT, context.getHandler()) as Endpoint | undefined;
    if (!endpoint) throw new Error('@Input() needs @Route(endpoint) on the same method');
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    return {
      params: parsePart(endpoint.params, withoutUnseen(request.params), 'params'),
      query: parsePart(endpoint.query, withoutUnseen(request.query), 'query'),
      body: parsePart(endpoint.body, await bodyOf(request, endpoint), ''),
    };
  },
);

async function bodyOf(request: FastifyRequest, { body }: Endpoint): Promise<unknown> {
  if (request.body instanceof FileBody) return body && takesFile(body) ? request.body.read() : {};
  return withoutUnseen(request.body ?? {});
}

function parsePart(schema: z.ZodType | undefined, value: unknown, prefix: string): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw validationFailed(parsed.error, prefix);
}

/** One refusal that names every field; messages are Norwegian sentences. */
export function validationFailed(error: z.ZodError, prefix = ''): AppError {
  const fields = error.issues.map((issue): FieldProblem => {
    const path = [prefix, ...issue.path.map(String)].filter((part) => part !== '').join('.');
    return { path: path || 'body', code: issue.code, message: issue.message };
  });
  const named = fields.map((field) => `${field.path}: ${field.message}`).join(' ');
  return new AppError('validation_failed', `Noe må rettes. ${named}`.trim(), fields);
}
