import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { AppError } from '../errors.js';

/** More than any list that is taken in, so that the feature can say itself what is too long. */
const largestFile = 16 * 1024 * 1024;

/** A file on its way in. Nothing of it is read before the guard has let its sender in and the route asks for it. */
export class FileBody {
  readonly #stream: Readable;
  readonly #announced: number;

  constructor(stream: Readable, announcedBytes: number) {
    this.#stream = stream;
    this.#announced = announcedBytes;
  }

  /** @throws AppError too_large; validation_failed when the sender broke off */
  async read(): Promise<Buffer> {
    if (this.#announced > largestFile) throw tooLarge();
    const chunks: Buffer[] = [];
    let bytes = 0;
    try {
      for await (const chunk of this.#stream.iterator({ destroyOnReturn: false })) {
        const piece = Buffer.from(chunk as Uint8Array);
        bytes += piece.length;
        if (bytes > largestFile) break;
        chunks.push(piece);
      }
    } catch {
      throw new AppError('validation_failed', 'Fila kom ikke helt fram. Send den på nytt.');
    }
    if (bytes > largestFile) throw tooLarge();
    return Buffer.concat(chunks, bytes);
  }
}

/** Files are sent as they are on disk, as `application/octet-stream`. */
export function acceptFiles(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('application/octet-stream', (request, payload, next) => {
    next(null, new FileBody(payload, Number(request.headers['content-length'] ?? 0)));
  });
}

function tooLarge(): AppError {
  return new AppError(
    'too_large',
    `Fila er for stor: høyst ${largestFile / 1024 / 1024} MB. Del den i flere filer.`,
  );
}
