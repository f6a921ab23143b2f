import type { Endpoint } from '@savner/contract/endpoint';
import { errorBody, errorStatuses, type ErrorCode } from '@savner/contract/errors';
import { z } from 'zod';
import type { Access } from './access.js';

export interface DescribedRoute {
  readonly endpoint: Endpoint;
  readonly access: Access;
}

type JsonSchema = Record<string, unknown>;

/** The OpenAPI 3.1 document, made from the contract's schemas alone. */
export function openApiDocument(routes: readonly DescribedRoute[], publicUrl: string): JsonSchema {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { endpoint, access } of routes) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint, access) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Savner du noen', version: '1', license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: publicUrl }],
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => a.localeCompare(b, 'en'))),
    components: {
      schemas: { Error: toSchema(errorBody, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-savner' } },
    },
  };
}

function operation(endpoint: Endpoint, access: Access): JsonSchema {
  const isFile = z.globalRegistry.get(endpoint.response)?.['file'] === true;
  const success = isFile
    ? { 'application/octet-stream': {} }
    : { 'application/json': { schema: toSchema(endpoint.response, 'output') } };
  return {
    summary: endpoint.summary,
    operationId: operationId(endpoint),
    ...(access.kind === 'public' ? { security: [] } : { security: [{ session: [] }] }),
    ...(access.kind === 'roles' ? { 'x-roles': access.roles } : {}),
    parameters: [...parameters(endpoint.params, 'path'), ...parameters(endpoint.query, 'query')],
    ...(endpoint.body ? { requestBody: requestBody(endpoint.body) } : {}),
    responses: {
      [endpoint.status ?? 200]: { description: 'OK', content: success },
      ...refusals(endpoint, access),
    },
  };
}

function operationId(endpoint: Endpoint): string {
  const words = endpoint.path
    .replace(/^\/api\//, '')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  return [endpoint.method.toLowerCase(), ...words].join('_');
}

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query'): JsonSchema[] {
  if (!schema) return [];
  const described = toSchema(schema, 'input') as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(described.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (described.required ?? []).includes(name),
    schema: property,
  }));
}

function requestBody(schema: z.ZodType): JsonSchema {
  if (takesFile(schema)) {
    return {
      required: true,
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    };
  }
  return { required: true, content: { 'application/json': { schema: toSchema(schema, 'input') } } };
}

/** Whether the body is a file as it is on disk, and not a message. */
export function takesFile(schema: z.ZodType): boolean {
  return schema.safeParse(new Uint8Array()).success && !schema.safeParse({}).success;
}

function refusals(endpoint: Endpoint, access: Access): Record<string, unknown> {
  const codes: ErrorCode[] = [
    'validation_failed',
    ...(access.kind === 'public' ? [] : (['not_signed_in', 'forbidden'] as const)),
    ...(endpoint.params ? (['not_found'] as const) : []),
    ...(endpoint.refusals ?? []),
  ];
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of new Set(codes)) {
    const status = errorStatuses[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, named]) => [
      status,
      {
        description: named.join(' · '),
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    ]),
  );
}

function toSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any' });
}
