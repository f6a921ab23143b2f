import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';

/** One thing that is wrong with a template, in words for the one who edits it. */
export interface TemplateProblem {
  readonly file: string;
  /** Dotted path in the file; empty when it is about the whole file. */
  readonly field: string;
  readonly remedy: string;
}

export class TemplateRefused extends Error {
  constructor(readonly problems: readonly TemplateProblem[]) {
    super(problems.map(sentence).join('\n'));
  }
}

/** The files of one template folder; remembers what was read, for the version. */
export class TemplateFiles {
  readonly #hash = createHash('sha256');

  constructor(private readonly folder: string) {}

  /** @throws TemplateRefused when the file is missing, is not JSON or breaks the schema */
  read<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> {
    const parsed = schema.safeParse(this.#json(file));
    if (parsed.success) return parsed.data;
    throw new TemplateRefused(
      parsed.error.issues.map((issue) => ({
        file,
        field: issue.path.map(String).join('.'),
        remedy: issue.message,
      })),
    );
  }

  /** @throws TemplateRefused when the file is missing */
  readBytes(file: string): Buffer {
    let bytes: Buffer;
    try {
      bytes = readFileSync(this.pathOf(file));
    } catch {
      throw missing(file);
    }
    this.#hash.update(file).update(bytes);
    return bytes;
  }

  pathOf(file: string): string {
    return join(this.folder, file);
  }

  has(file: string): boolean {
    return existsSync(join(this.folder, file));
  }

  /** First 12 hexadecimal digits of the SHA-256 of everything read so far. */
  version(): string {
    return this.#hash.copy().digest('hex').slice(0, 12);
  }

  #json(file: string): unknown {
    const text = this.readBytes(file).toString('utf8');
    try {
      return JSON.parse(text);
    } catch (error) {
      const reason = error instanceof Error ? error.message : '';
      throw new TemplateRefused([{ file, field: '', remedy: `Filen er ikke gyldig JSON. ${reason}` }]);
    }
  }
}

function missing(file: string): TemplateRefused {
  const remedy = 'Filen finnes ikke. Legg den i mappen til malen.';
  return new TemplateRefused([{ file, field: '', remedy }]);
}

function sentence(problem: TemplateProblem): string {
  return [problem.file, problem.field].filter(Boolean).join(' › ') + `: ${problem.remedy}`;
}
