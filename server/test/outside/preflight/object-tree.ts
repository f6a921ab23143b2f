import { z } from 'zod';
import { run } from '../programs.js';

/** A PDF's objects as qpdf tells them: names begin with `/`, references read `12 0 R`, texts begin with `u:` or `b:`. */
export type PdfValue =
  string | number | boolean | null | readonly PdfValue[] | { readonly [key: string]: PdfValue };
export type PdfDictionary = Readonly<Record<string, PdfValue>>;

export interface PdfObject {
  readonly value: PdfValue;
  /** The stream's bytes with general filters undone (a JPEG stays one); null for other objects. */
  readonly data: Buffer | null;
}

/** Every object of a file, whatever leads to it. */
export class ObjectTree {
  readonly #objects = new Map<string, PdfObject>();
  readonly trailer: PdfDictionary;

  /** @throws Error when qpdf cannot read the file */
  constructor(file: string) {
    const told = tellObjects(file);
    const [, objects = {}] = parsed.parse(JSON.parse(told)).qpdf;
    for (const [key, { value, stream }] of Object.entries(objects)) {
      const data = stream?.data === undefined ? null : Buffer.from(stream.data, 'base64');
      this.#objects.set(key, { value: (stream?.dict ?? value ?? null) as PdfValue, data });
    }
    this.trailer = asDictionary(this.#objects.get('trailer')?.value ?? null);
  }

  *all(): Generator<PdfObject> {
    yield* this.#objects.values();
  }

  /** What a value stands for: the object behind a reference, or the value itself. */
  resolve(value: PdfValue | undefined): PdfObject {
    if (typeof value === 'string' && /^\d+ \d+ R$/.test(value))
      return this.#objects.get(`obj:${value}`) ?? { value: null, data: null };
    return { value: value ?? null, data: null };
  }

  dictionary(value: PdfValue | undefined): PdfDictionary {
    return asDictionary(this.resolve(value).value);
  }

  list(value: PdfValue | undefined): readonly PdfValue[] {
    const { value: found } = this.resolve(value);
    return Array.isArray(found) ? (found as readonly PdfValue[]) : [];
  }

  numbers(value: PdfValue | undefined): readonly number[] {
    return this.list(value).map(Number);
  }

  pages(): PdfDictionary[] {
    const below = (node: PdfDictionary): PdfDictionary[] =>
      node['/Type'] === '/Pages'
        ? this.list(node['/Kids']).flatMap((kid) => below(this.dictionary(kid)))
        : [node];
    return below(this.dictionary(this.dictionary(this.trailer['/Root'])['/Pages']));
  }
}

function tellObjects(file: string): string {
  const inline = ['--json-stream-data=inline', '--decode-level=generalized'];
  return run('qpdf', '--json=2', '--json-key=qpdf', ...inline, file);
}

function asDictionary(value: PdfValue): PdfDictionary {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as PdfDictionary) : {};
}

const parsed = z.object({
  qpdf: z.tuple([
    z.unknown(),
    z.record(
      z.string(),
      z.object({
        value: z.unknown().optional(),
        stream: z.object({ dict: z.unknown(), data: z.string().optional() }).optional(),
      }),
    ),
  ]),
});
