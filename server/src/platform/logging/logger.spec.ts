import { Writable } from 'node:stream';
import { expect, it } from '@jest/globals';
import { createLogger } from './logger.js';
import { requestContext } from './request-context.js';

function captured(): { stream: Writable; text: () => string } {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk.toString());
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}

it('hides personal data and secrets, however deep they lie', () => {
  const { stream, text } = captured();
  const logger = createLogger({ logLevel: 'info' }, stream);
  logger.info(
    { phone: '+4791234567', tip: { lastName: 'Kanarifugl', deeper: { token: 'Kanarinøkkel' } } },
    'stored',
  );
  expect(text()).not.toMatch(/91234567|Kanari/);
  expect(text()).toContain('stored');
});

it('tells where an error came from, but not what stood in it', () => {
  const { stream, text } = captured();
  createLogger({ logLevel: 'info' }, stream).error(
    { error: new Error('UNIQUE failed for Kanarifugl') },
    'failed',
  );
  expect(text()).not.toContain('Kanarifugl');
  expect(text()).toContain('logger.spec');
});

it('marks each line with the id of its request', () => {
  const { stream, text } = captured();
  const logger = createLogger({ logLevel: 'info' }, stream);
  requestContext.run({ requestId: 'request-1' }, () => logger.info('inside'));
  expect(text()).toContain('"requestId":"request-1"');
});
