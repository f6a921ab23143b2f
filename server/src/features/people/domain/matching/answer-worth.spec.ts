import { describe, expect, it } from '@jest/globals';
import { type AskedHousehold, worthOf } from './answer-worth.js';

const february = new Date('2026-02-01T08:00:00.000Z');
const march = new Date('2026-03-01T08:00:00.000Z');

function household(id: string, changes: Partial<AskedHousehold> = {}): AskedHousehold {
  return { id, isStopped: false, isReadyForCard: false, canBeCalled: false, informBy: march, ...changes };
}

const ready = { isReadyForCard: true };
const reachable = { canBeCalled: true };

describe('what an answer saves', () => {
  it('two households with addresses would get two cards for one', () => {
    expect(worthOf([household('a', ready), household('b', { ...ready, informBy: february })])).toEqual({
      worth: 4,
      saves: 'cards',
      count: 2,
      informBy: february,
    });
  });

  it('counts a household once, however many questions are asked about it', () => {
    const [a, b, c] = [household('a', ready), household('b', ready), household('c', ready)];
    expect(worthOf([a, b, b, c])).toMatchObject({ saves: 'cards', count: 3 });
  });

  it('two with numbers but no address would be called twice', () => {
    expect(worthOf([household('a', reachable), household('b', reachable)])).toMatchObject({
      saves: 'calls',
      count: 2,
    });
  });

  it('two in one household hold back one card', () => {
    expect(worthOf([household('a', ready), household('a', ready)])).toMatchObject({
      saves: 'waiting_card',
      count: 1,
    });
  });

  it('where one is stopped, an answer may save a card to somebody who must have none, and comes before all else', () => {
    const stopped = worthOf([household('a', { isStopped: true, informBy: february }), household('b')]);
    expect(stopped).toMatchObject({ saves: 'stopped_card', count: 1, informBy: march });
    expect(stopped.worth).toBeGreaterThan(worthOf([household('a', ready), household('b', ready)]).worth);
  });

  it('where everybody is stopped, or nobody can be reached, nothing hurries', () => {
    const nobody = worthOf([household('a'), household('b')]);
    const stopped = worthOf([household('a', { isStopped: true }), household('b', { isStopped: true })]);
    expect([nobody.saves, stopped.saves]).toEqual(['records', 'records']);
    expect(stopped.worth).toBeLessThan(nobody.worth);
  });
});
