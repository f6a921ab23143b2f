import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { WriteGate } from './write-gate.js';

describe('the gate in front of the one writing connection', () => {
  it('lets everybody through one at a time, in the order they came, whatever became of those before', async () => {
    const callers = fc.array(fc.record({ turns: fc.nat(3), fails: fc.boolean() }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(callers, async (all) => {
        const gate = new WriteGate();
        const events: string[] = [];
        const passages = all.map(({ turns, fails }, caller) =>
          gate.pass(async () => {
            events.push(`${caller} in`);
            for (let turn = 0; turn < turns; turn += 1) await nextTurn();
            events.push(`${caller} out`);
            if (fails) throw new Error(`${caller}`);
            return caller;
          }),
        );
        const outcomes = await Promise.allSettled(passages);
        expect(events).toEqual(all.flatMap((_, caller) => [`${caller} in`, `${caller} out`]));
        expect(outcomes.map(({ status }) => status)).toEqual(
          all.map(({ fails }) => (fails ? 'rejected' : 'fulfilled')),
        );
      }),
      { numRuns: 40 },
    );
  });
});
