import { describe, expect, it } from '@jest/globals';
import {
  findings,
  handOut,
  refusal,
  release,
  renewal,
  report,
  onBoard,
  signOut,
} from '../../../test/simulate/a-night.js';

const notNow = { attempt: 'talked', outcome: { result: 'not_now' } } as const;

describe('who held what', () => {
  it('finds a household in two hands, with both callers and their times', () => {
    const sightings = [handOut('Anna', 'Solli', '17:10'), handOut('Bo', 'Solli', '17:39:58')];
    expect(findings({ sightings })).toEqual([
      'held by two: Solli (Solli): Anna 17:10:01-17:40:00 and Bo 17:39:59-18:09:58',
    ]);
  });

  it('knows that a heartbeat made a lease longer', () => {
    const taken = [handOut('Anna', 'Solli', '17:10'), handOut('Bo', 'Solli', '17:45')];
    expect(findings({ sightings: taken })).toEqual([]);
    const kept = [...taken, renewal('Anna', 'Solli', '17:30', '18:00')];
    expect(findings({ sightings: kept })).toEqual([expect.stringMatching(/^held by two: Solli/)]);
  });

  it('lets a household go on when it was put back, or its caller signed out', () => {
    const taken = [handOut('Anna', 'Solli', '17:10'), handOut('Bo', 'Solli', '17:20')];
    expect(findings({ sightings: [...taken, release('Anna', 'Solli', '17:19')] })).toEqual([]);
    expect(findings({ sightings: [...taken, signOut('Anna', '17:19')] })).toEqual([]);
    expect(findings({ sightings: [...taken, release('Anna', 'Solli', '17:21')] })).toHaveLength(1);
  });

  it('takes a refused report for no end', () => {
    const answers = [{ kind: 'refused', code: 'validation_failed' }] as const;
    const sightings = [
      handOut('Anna', 'Solli', '17:10'),
      report('Anna', 'Solli', '17:15', notNow, { answers }),
      handOut('Bo', 'Solli', '17:20'),
    ];
    expect(findings({ sightings })).toEqual([expect.stringMatching(/^held by two: Solli/)]);
  });

  it('finds two households in one hand', () => {
    const sightings = [handOut('Anna', 'Solli', '17:10'), handOut('Anna', 'Nyhus', '17:20')];
    expect(findings({ sightings })).toEqual([
      'two in one hand: Anna: Solli (Solli) 17:10:01-17:40:00 and Nyhus (Nyhus) 17:20:01-17:50:00',
    ]);
  });

  it('finds a lease that was taken away before its time', () => {
    const sightings = [handOut('Anna', 'Solli', '17:10'), refusal('Anna', 'Solli', '17:30')];
    expect(findings({ sightings })).toEqual([
      'lease lost too early: Solli (Solli): Anna 17:10:01-17:40:00, refused at 17:30:01',
    ]);
    expect(
      findings({ sightings: [handOut('Anna', 'Solli', '17:10'), refusal('Anna', 'Solli', '17:41')] }),
    ).toEqual([]);
  });

  it('finds what is still held when all have gone home', () => {
    const heldBy = { userId: 'Anna', name: 'Anna', since: 'then', expiresAt: 'later' };
    const held = onBoard('Solli', { heldBy });
    const left = findings({
      sightings: [],
      change: (night) => ({ ...night, after: { ...night.after, leftInHand: [held] } }),
    });
    expect(left).toEqual(['still held: Solli (Solli) by Anna since then']);
    expect(findings({ sightings: [], boards: [held] })).toEqual([
      'still held: Solli (Solli) by Anna since then',
    ]);
    const shown = findings({
      sightings: [],
      change: (night) => ({
        ...night,
        after: {
          ...night.after,
          callers: night.after.callers.map((each) => ({ ...each, holds: 'Nyhus' })).slice(0, 1),
        },
      }),
    });
    expect(shown).toEqual(['still held: Nyhus (Nyhus) by Anna, on the start page']);
  });
});
