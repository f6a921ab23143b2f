import type { z } from 'zod';
import { AppError } from '../platform/errors.js';

/** Options of a command after its schema. @throws AppError validation_failed, naming each option */
export function parseOptions<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({
    path: `--${issue.path.map(String).join('.')}`,
    code: issue.code,
    message: issue.message,
  }));
  throw new AppError(
    'validation_failed',
    fields.map((field) => `${field.path}: ${field.message}`).join('\n'),
    fields,
  );
}
