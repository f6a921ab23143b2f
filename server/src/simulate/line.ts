import { type Agent, type ClientRequest, type IncomingMessage, request as open } from 'node:http';

/** Where a message gets lost: on the way there, on the way back, or nowhere. */
export type Loss = 'none' | 'request' | 'answer';

export interface Message {
  readonly method: string;
  /** Path and query. */
  readonly address: string;
  readonly body: unknown;
}

export interface Answer {
  readonly status: number;
  /** Parsed; undefined when there was none. */
  readonly body: unknown;
}

/** No answer came: the line broke, or the server is down. */
export class LostOnTheWay extends Error {}

const patienceMs = 60_000;

/** One person's browser, as far as the server can tell: an address and a cookie of its own. */
export class Line {
  #cookie = '';

  constructor(
    private readonly origin: string,
    /** IPv4, as a proxy in front would tell it. */
    private readonly address: string,
    private readonly agent: Agent,
  ) {}

  /** @throws LostOnTheWay */
  async send({ method, address, body }: Message, loss: Loss): Promise<Answer> {
    const isFile = body instanceof Uint8Array;
    const content = body === undefined ? null : isFile ? body : Buffer.from(JSON.stringify(body));
    const headers = {
      accept: 'application/json',
      'x-forwarded-for': this.address,
      ...(this.#cookie === '' ? {} : { cookie: this.#cookie }),
      ...(content === null
        ? {}
        : {
            'content-type': isFile ? 'application/octet-stream' : 'application/json',
            'content-length': content.byteLength,
          }),
    };
    const sent = open(`${this.origin}${address}`, {
      method,
      headers,
      agent: this.agent,
      timeout: patienceMs,
    });
    const answer = await exchange(sent, content, loss);
    for (const cookie of answer.headers['set-cookie'] ?? []) this.#cookie = cookie.split(';')[0] ?? '';
    return { status: answer.statusCode ?? 0, body: await read(answer) };
  }
}

/** Of a request that gets lost, half of the content is sent; of an answer, nobody reads a word. */
function exchange(sent: ClientRequest, content: Uint8Array | null, loss: Loss): Promise<IncomingMessage> {
  return new Promise((answered, failed) => {
    sent.once('error', (error) => failed(new LostOnTheWay(error.message)));
    sent.once('timeout', () => sent.destroy(new Error('no answer in time')));
    sent.once('response', (answer) => {
      if (loss === 'none') return answered(answer);
      answer.destroy();
      failed(new LostOnTheWay('the answer was lost'));
    });
    if (loss !== 'request') {
      sent.end(content ?? undefined);
      return;
    }
    sent.write(content?.subarray(0, content.byteLength / 2) ?? '', () => {
      sent.destroy(new Error('the request was lost'));
    });
  });
}

/** @throws LostOnTheWay */
async function read(answer: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of answer) if (chunk instanceof Buffer) chunks.push(chunk);
  } catch (error) {
    throw new LostOnTheWay(String(error));
  }
  const text = Buffer.concat(chunks).toString('utf8');
  const isJson = answer.headers['content-type']?.startsWith('application/json') === true;
  return isJson && text !== '' ? JSON.parse(text) : undefined;
}
