import { describe, expect, it } from '@jest/globals';
import { FakeClock } from '../../../test/fake-clock.js';
import { NetworkLimit } from './network-limit.js';

const tips = { kind: 'tip', most: 2, perMinutes: 10 };

describe('the limit per network', () => {
  it('lets a network in again when the time is over', () => {
    const clock = new FakeClock();
    const limit = new NetworkLimit(clock);
    limit.count('192.0.2.1', tips);
    limit.count('192.0.2.200', tips);
    expect(() => limit.count('::ffff:192.0.2.7', tips)).toThrow(/Vent noen minutter/);
    clock.advance({ minutes: 11 });
    expect(() => limit.count('192.0.2.1', tips)).not.toThrow();
  });

  it('counts an IPv6 household as one network, and its neighbour as another', () => {
    const limit = new NetworkLimit(new FakeClock());
    limit.count('2001:db8:0:ab01::1', tips);
    limit.count('2001:db8:0:ab02:3::9', tips);
    expect(() => limit.count('2001:0db8:0000:ab03:0:0:0:1', tips)).toThrow();
    expect(() => limit.count('2001:db8:0:ac01::1', tips)).not.toThrow();
  });

  it('counts each kind by itself', () => {
    const limit = new NetworkLimit(new FakeClock());
    limit.count('192.0.2.1', tips);
    limit.count('192.0.2.1', tips);
    expect(() => limit.count('192.0.2.1', { ...tips, kind: 'card' })).not.toThrow();
  });
});
