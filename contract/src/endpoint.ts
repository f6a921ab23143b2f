import type { z } from 'zod';
import type { ErrorCode } from './errors.js';

/**
 * One promise between client and server: an address, what may be sent and what comes back.
 * The server builds its route, its validation, its response whitelist and the OpenAPI document from it;
 * the client builds its typed calls from it.
 */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Starts with `/api/`; parameters as `:name`, each of them described in `params`. */
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly response: Response;
  /** HTTP status on success; 200 unless told otherwise. */
  readonly status?: 200 | 201 | 202 | 204;
  /** The refusals a caller should be ready for, beside validation_failed, not_signed_in and forbidden. */
  readonly refusals?: readonly ErrorCode[];
}

/** What a handler receives, already parsed. */
export interface InputOf<E extends Endpoint> {
  readonly params: Output<E['params']>;
  readonly query: Output<E['query']>;
  readonly body: Output<E['body']>;
}

/** What a client sends, before parsing; parts that the endpoint does not name are left out. */
export type RequestOf<E extends Endpoint> = Part<'params', E['params']> &
  Part<'query', E['query']> &
  Part<'body', E['body']>;

export type ResponseOf<E extends Endpoint> = z.output<E['response']>;

/** Declares an endpoint, keeping the exact types of its schemas. */
export function endpoint<
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Response extends z.ZodType = z.ZodType,
>(definition: Endpoint<Params, Query, Body, Response>): Endpoint<Params, Query, Body, Response> {
  return definition;
}

type Output<Schema> = NonNullable<Schema> extends z.ZodType ? z.output<NonNullable<Schema>> : undefined;

type Part<Name extends string, Schema> =
  NonNullable<Schema> extends z.ZodUndefined
    ? { readonly [Key in Name]?: undefined }
    : NonNullable<Schema> extends z.ZodType
      ? { readonly [Key in Name]: z.input<NonNullable<Schema>> }
      : never;
