import { ConnectionError } from './api-error.js';
import { readJson, refusal, send } from './call.js';

/**
 * Fetches a file, by an address that `addressOf` has made.
 * @throws ApiError, ConnectionError, UnreadableAnswerError
 */
export async function readFile(address: string, signal: AbortSignal): Promise<Uint8Array> {
  const response = await send('GET', address, undefined, signal);
  if (!response.ok) throw refusal(response.status, await readJson(response));
  const content = await response.arrayBuffer().catch((cause: unknown) => {
    throw new ConnectionError(cause);
  });
  return new Uint8Array(content);
}
