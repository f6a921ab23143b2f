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

/** The specimen number of this spec stands for all that are valid. */
const problemsOf = (given: Parameters<typeof campaignProblems>[0]) =>
  campaignProblems(given, (digits) => digits === '14907441270');

describe('a campaign', () => {
  it('has nothing wrong with its usual settings', () => {
    expect(problemsOf(campaign)).toEqual([]);
  });

  it('is told everything that does not fit together, with the field', () => {
    const settings = campaignSettings.parse({
      weekdayCallHours: [21, 9],
      saturdayCallHours: [12, 12],
      leaseMinutes: 120,
      pinnedLeaseMinutes: 10,
    });
    const municipalities = [tynset, tynset, { ...tynset, number: '9999' }];
    const problems = problemsOf({
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

  it('is told where a municipality’s own words hold a national identity number, in either language', () => {
    const saying = (nb: string | null, nn: string | null) => ({ ...tynset, ownWords: { nb, nn } });
    const municipalities = [
      { ...saying('Ring 62 48 00 00, eller kom innom Torvet 1.', null), number: '3426' },
      saying('Kari (149074 41270) bor her ennå.', '149074-41270'),
    ];
    expect(problemsOf({ ...campaign, municipalities })).toEqual(
      ['nb', 'nn'].map((language) => ({
        path: `municipalities.1.ownWords.${language}`,
        code: 'text.national_id',
        message: 'Her står et fødselsnummer. Ta det bort; det skal ikke på kortet.',
      })),
    );
  });
});
