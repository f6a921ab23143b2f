import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The folder that holds `server`, `client` and `templates`, wherever the code runs from (source or build). */
export const rootDirectory = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

const exampleSecrets = ['change-me', 'changeme', 'secret', 'example'];

const booleanText = z.enum(['true', 'false']).transform((text) => text === 'true');
const emptyAsMissing = (value: unknown) => (value === '' ? undefined : value);

/** One row per environment variable; `.env.example` and README list the same keys, which a test checks. */
export const environmentSchema = z.object({
  SAVNER_MODE: z.enum(['live', 'demo', 'test']).default('live'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().default(join(rootDirectory, 'data')),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  SECRET_KEY: z.string().min(32, 'must have at least 32 characters').optional(),
  TRUST_PROXY: booleanText.default(false),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

export interface Config {
  readonly mode: 'live' | 'demo' | 'test';
  readonly host: string;
  readonly port: number;
  /** Origin without a trailing slash; cookies and links are made from it. */
  readonly publicUrl: string;
  readonly dataDirectory: string;
  readonly database:
    { readonly kind: 'sqlite'; readonly file: string } | { readonly kind: 'postgres'; readonly url: string };
  readonly jobs:
    | { readonly kind: 'embedded' }
    | { readonly kind: 'bullmq'; readonly redisUrl: string; readonly prefix: string };
  /** Root secret; every use derives a key of its own from it (see platform/secrets.ts). */
  readonly secretKey: string;
  readonly trustProxy: boolean;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

/** All that is wrong with the configuration, at once; `problems` holds one sentence per key. */
export class ConfigurationError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `The configuration has ${problems.length} problem(s):\n${problems.map((p) => `  - ${p}`).join('\n')}`,
    );
  }
}

/**
 * Turns the environment into one frozen Config.
 * On the first start without SECRET_KEY a random key is made and kept in `<data>/secret.key` (mode 0600).
 * @throws ConfigurationError with every problem named
 */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const cleaned = Object.fromEntries(
    Object.keys(environmentSchema.shape).map((key) => [key, emptyAsMissing(environment[key])]),
  );
  const parsed = environmentSchema.safeParse(cleaned);
  if (!parsed.success) {
    throw new ConfigurationError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    );
  }
  const values = parsed.data;
  const problems = [...seamProblems(values), ...publicUrlProblems(values), ...secretProblems(values)];
  if (problems.length > 0) throw new ConfigurationError(problems);

  const dataDirectory = resolve(values.DATA_DIR);
  return Object.freeze({
    mode: values.SAVNER_MODE,
    host: values.HOST,
    port: values.PORT,
    publicUrl: (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ''),
    dataDirectory,
    database: values.DATABASE_URL
      ? ({ kind: 'postgres', url: values.DATABASE_URL } as const)
      : ({ kind: 'sqlite', file: join(dataDirectory, 'savner.sqlite') } as const),
    jobs: values.REDIS_URL
      ? ({ kind: 'bullmq', redisUrl: values.REDIS_URL, prefix: 'savner' } as const)
      : ({ kind: 'embedded' } as const),
    secretKey: values.SECRET_KEY ?? keptSecret(dataDirectory),
    trustProxy: values.TRUST_PROXY,
    logLevel: values.LOG_LEVEL,
  });
}

type Values = z.infer<typeof environmentSchema>;

function seamProblems(values: Values): string[] {
  if (Boolean(values.DATABASE_URL) === Boolean(values.REDIS_URL)) return [];
  return [
    'DATABASE_URL and REDIS_URL go together: set both (PostgreSQL and Redis) or neither (SQLite, jobs in the same process).',
  ];
}

function publicUrlProblems(values: Values): string[] {
  if (!values.PUBLIC_URL) return [];
  const url = new URL(values.PUBLIC_URL);
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol === 'https:' || isLoopback) return [];
  return [
    'PUBLIC_URL: must be https:// unless it is this machine; sign-in cookies are not sent in the open.',
  ];
}

function secretProblems(values: Values): string[] {
  if (!values.SECRET_KEY || values.SAVNER_MODE !== 'live') return [];
  const lower = values.SECRET_KEY.toLowerCase();
  if (!exampleSecrets.some((example) => lower.startsWith(example))) return [];
  return ['SECRET_KEY: looks like an example. Make one with: openssl rand -base64 48'];
}

function keptSecret(dataDirectory: string): string {
  const file = join(dataDirectory, 'secret.key');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const secret = randomBytes(48).toString('base64url');
  try {
    mkdirSync(dataDirectory, { recursive: true });
    writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw new ConfigurationError([
      `DATA_DIR: cannot write to ${dataDirectory} (${error instanceof Error ? error.message : 'unknown reason'}). Choose a folder you may write to.`,
    ]);
  }
  return secret;
}
