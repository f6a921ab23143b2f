import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { progressColumns } from '../src/features/calls/cases.repository.js';
import { CasesRepository } from '../src/features/calls/cases.repository.js';
import { ClaimRepository } from '../src/features/calls/claim.repository.js';
import {
  type CallCase,
  progressStates,
  ranksInOrder,
  standings,
  untouched,
} from '../src/features/calls/domain/call-case.js';
import { isLeftToCall } from '../src/features/calls/domain/case-view.js';
import { inQueueOrder, isOffered } from '../src/features/calls/domain/queue-order.js';
import { Database } from '../src/platform/database/database.js';
import { newId } from '../src/platform/ids.js';
import { startTestApp, type TestApp } from './app-harness.js';

let server: TestApp;

beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());

const now = new Date('2026-02-03T17:00:00.000Z');
const moment = fc
  .integer({ min: -300, max: 100 })
  .map((minutes) => new Date(now.getTime() + minutes * 60_000));
const someone = fc.constantFrom('me', 'you', null);

const cases = fc.array(
  fc
    .record({
      standing: fc.constantFrom('open' as const, 'open' as const, ...standings),
      state: fc.constantFrom('queued' as const, 'queued' as const, 'queued' as const, ...progressStates),
      rank: fc.constantFrom(...ranksInOrder),
      nextAt: fc.option(moment),
      assignedTo: someone,
      reservedFor: someone,
      reservedUntil: moment,
      informBy: moment,
      informedAt: fc.option(moment),
    })
    .map(({ reservedUntil, ...values }) => ({
      ...values,
      reservedUntil: values.reservedFor === null ? null : reservedUntil,
    })),
  { minLength: 1, maxLength: 14 },
);

it('the database hands out what the rules of the queue say, one after the other, until nothing is left', async () => {
  const [database, repository, claims] = [
    server.get(Database),
    server.get(CasesRepository),
    server.get(ClaimRepository),
  ];
  await fc.assert(
    fc.asyncProperty(
      cases,
      fc.constantFrom('open' as const, 'agreed_only' as const),
      async (given, hours) => {
        const campaignId = newId();
        const all = given.map((values): CallCase => {
          const common = {
            campaignId,
            municipality: '3427',
            cardPostedOn: null,
            openedByHandAt: null,
            hasAddress: true,
            own: null,
            turn: 0,
          };
          return { ...untouched(null), ...common, id: newId(), householdId: newId(), ...values };
        });
        const asker = { userId: 'me', now, hours, isHeld: () => false, isKeptOff: () => false };
        const offered = all.filter((each) => isOffered(each, asker));
        const expected = offered
          .sort((left, right) => inQueueOrder(left, right, 'me'))
          .map((each) => each.id);
        const question = { campaignId, municipality: '3427', userId: 'me', tieKeys: [], now, hours };
        const handedOut = await database.transaction(async () => {
          await repository.insert(
            all.map(({ rank: _rank, ...each }, index) => ({
              ...each,
              ...progressColumns(all[index] ?? untouched(null)),
              leaseId: null,
              mergedInto: null,
              own: null,
            })),
          );
          expect(await repository.countLeftToCall(campaignId, '3427')).toBe(all.filter(isLeftToCall).length);
          expect(await claims.countOffered(question)).toBe(expected.length);
          const ids: string[] = [];
          for (;;) {
            const claimed = await claims.claim({ ...question, leaseId: newId() });
            if (!claimed) return ids;
            ids.push(claimed.id);
          }
        });
        expect(handedOut).toEqual(expected);
      },
    ),
    { numRuns: 60 },
  );
});
