import { describe, expect, it } from '@jest/globals';
import { campaignSettings } from '@savner/contract/campaigns';
import { campaignProblems } from './campaign-problems.js';

const tynset = { number: '3427', mayorName: null, callingFrom: null };
const campaign = {
  startsOn: '2026-01-12',
  endsOn: '2026-06-30',
  municipalities: [tynset],
  settings: campaignSettings.parse({}),
};

describe('a campaign', () => {
  it('has nothing wrong with its usual settings', () => {
    expect(campaignProblems(campaign)).toEqual([]);
  });

  it('is told everything that does not fit together, with the field', () => {
    const settings = campaignSettings.parse({
      weekdayCallHours: [21, 9],
      saturdayCallHours: [12, 12],
      leaseMinutes: 120,
      pinnedLeaseMinutes: 10,
    });
    const municipalities = [tynset, tynset, { ...tynset, number: '9999' }];
    const problems = campaignProblems({
      startsOn: '2026-07-01',
      endsOn: '2026-06-30',
      municipalities,
      settings,
    });
    expect(problems.map(({ path }) => path)).toEqual([
      'endsOn',
      'municipalities.1.number',
      'municipalities.2.number',
      'settings.weekdayCallHours',
      'settings.saturdayCallHours',
      'settings.pinnedLeaseMinutes',
    ]);
  });
});
