import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ConfigurationError } from './configuration-error.js';
import { folderProblems, keptSecret, shortestSecret } from './data-folder.js';

export { ConfigurationError };

/** The folder that holds `server`, `client` and `templates`, wherever the code runs from (source or build). */
export const rootDirectory = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

const exampleSecrets = ['change-me', 'changeme', 'secret', 'example'];

/** How many proxies of our own stand in front; each adds one address to X-Forwarded-For, at the right. */
const proxyCount = z
  .string()
  .regex(/^(true|false|\d)$/, 'must be false, true (one proxy in front) or the number of proxies')
  .transform((text) => (text === 'true' ? 1 : text === 'false' ? 0 : Number(text)));
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
  REDIS_PREFIX: z
    .string()
    .regex(/^[a-z0-9_-]{1,60}$/i, 'must be letters, digits, _ or -, at most 60')
    .default('savner'),
  SECRET_KEY: z.string().min(shortestSecret, `must have at least ${shortestSecret} characters`).optional(),
  TRUST_PROXY: proxyCount.default(0),
  POSTCODE_REGISTER: z.string().optional(),
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
  /** Proxies of our own in front; so many addresses of X-Forwarded-For are believed, from the right. */
  readonly trustProxy: number;
  /** The post's own register of postcodes, absolute path; null for the one that is shipped. */
  readonly postcodeRegister: string | null;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
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
  const database = values.DATABASE_URL
    ? ({ kind: 'postgres', url: values.DATABASE_URL } as const)
    : ({ kind: 'sqlite', file: join(dataDirectory, 'savner.sqlite') } as const);
  const folder = database.kind === 'sqlite' ? folderProblems(dataDirectory, database.file) : [];
  if (folder.length > 0) throw new ConfigurationError(folder);
  return Object.freeze({
    mode: values.SAVNER_MODE,
    host: values.HOST,
    port: values.PORT,
    publicUrl: new URL(values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).origin,
    dataDirectory,
    database,
    jobs: values.REDIS_URL
      ? ({ kind: 'bullmq', redisUrl: values.REDIS_URL, prefix: values.REDIS_PREFIX } as const)
      : ({ kind: 'embedded' } as const),
    secretKey: values.SECRET_KEY ?? keptSecret(dataDirectory),
    trustProxy: values.TRUST_PROXY,
    postcodeRegister: values.POSTCODE_REGISTER ? resolve(values.POSTCODE_REGISTER) : null,
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
  if (url.pathname !== '/' || url.search || url.hash || url.username) {
    return [
      `PUBLIC_URL: must be the address alone, without anything behind it: ${url.origin}. Give the tool a host name of its own instead of a path.`,
    ];
  }
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
