import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NorwegianCalendar } from '../../../platform/calendar.js';
import { knownMunicipalities } from '../../campaigns/index.js';
import { tipRules } from '../tip-rules.service.js';
import { readTip } from './read-tip.js';
import type { RawTip } from './tip-fields.js';

const rules = tipRules(
  new Date('2026-02-03T18:00:00+01:00'),
  new NorwegianCalendar(),
  knownMunicipalities,
  'nb',
);
const kari: RawTip = { municipality: '3427', firstNames: 'Kari', lastName: 'Vold', place: 'Oslo' };

function problemsOf(raw: RawTip): string[] {
  const reading = readTip(raw, rules);
  return reading.ok ? [] : reading.problems.map(({ path, code }) => `${path} ${code}`);
}

describe('the least a tip must have', () => {
  it.each([
    ['a place', { place: 'Oslo et sted' }],
    ['a phone', { phone: '91234567' }],
    ['an e-mail address', { email: 'kari@example.no' }],
    ['words for an address', { street: 'bor på Byåsen et sted' }],
    ['a postcode', { postcode: '0553' }],
    ['a country', { country: 'Sverige' }],
    ['a tipper who may be asked', { tipperPhone: '91234567', mayContact: 'ja' }],
  ])('is a name, a municipality and %s', (_, way) => {
    expect(problemsOf({ municipality: '3427', firstNames: 'Kari', lastName: 'Vold', ...way })).toEqual([]);
  });

  it('is not there without any way to find the person, or with a tipper who may not be asked', () => {
    const { place: _place, ...nowhere } = kari;
    expect(problemsOf(nowhere)).toEqual(['place person.no_way_to_find']);
    expect(problemsOf({ ...nowhere, tipperPhone: '91234567' })).toEqual(['place person.no_way_to_find']);
  });

  it.each([
    [{ firstNames: '', lastName: '' }, 'firstNames person.name_missing'],
    [{ firstNames: '?', lastName: '123' }, 'firstNames person.name_missing'],
    [{ firstNames: 'Familien', lastName: '' }, 'lastName person.name_missing'],
  ])('is a name: %j is none', (name, problem) => {
    expect(problemsOf({ ...kari, ...name })).toEqual([problem]);
  });

  it('may be «Familien» and a surname, or one name alone', () => {
    expect(problemsOf({ ...kari, firstNames: 'Familien' })).toEqual([]);
    expect(problemsOf({ ...kari, lastName: '' })).toEqual([]);
  });
});

describe('children', () => {
  it.each([
    ['2009', ['birthYear person.under_18']],
    ['2026', ['birthYear person.under_18']],
    ['2008', []],
  ])('born in %s, said in 2026', (birthYear, problems) => {
    expect(problemsOf({ ...kari, birthYear })).toEqual(problems);
  });

  it('are recognised by what is said of them, but the household’s children are no obstacle', () => {
    expect(problemsOf({ ...kari, greeting: 'Hun går på ungdomsskolen' })).toEqual([
      'greeting person.under_18',
    ]);
    expect(problemsOf({ ...kari, othersInHousehold: 'to barn, den eldste går på ungdomsskolen' })).toEqual(
      [],
    );
  });
});

describe('a birth year', () => {
  it.each(['1984', 'ca. 1984', '1984?', 'omtrent 1984', 'født ca 1984'])(
    'may be written «%s»',
    (birthYear) => {
      expect(readTip({ ...kari, birthYear }, rules)).toMatchObject({ ok: true, tip: { birthYear: 1984 } });
    },
  );

  it.each([
    ['2050', 'range'],
    ['1850', 'range'],
    ['19922', 'form'],
    ['84', 'form'],
    ['ca åtti', 'form'],
  ])('cannot be «%s»', (birthYear, problem) => {
    expect(problemsOf({ ...kari, birthYear })).toEqual([`birthYear birth_year.${problem}`]);
  });
});

describe('an e-mail address', () => {
  it.each(['kari@example.no', 'kari.vold+hjem@post.example.no', 'kåre@blåbær.example'])(
    'may be %s',
    (email) => {
      expect(problemsOf({ ...kari, email })).toEqual([]);
    },
  );

  it.each(['kari.example.no', 'roar@', '@example.no', 'a b@example.no', 'a@b', 'a@b..no', 'a@b.no, c@d.no'])(
    'cannot be «%s»',
    (email) => {
      expect(problemsOf({ ...kari, email })).toEqual(['email email.form']);
    },
  );
});

describe('the words of a tip', () => {
  it('are kept as they were sent, signs of formulas, quotation marks and South Sámi letters included', () => {
    const words = {
      greeting: '=Kom heim!\n"Bïenje" saknar deg – ŋ',
      nickname: 'Kåre "Kåsa"',
      relation: '+1 i fjor',
    };
    expect(readTip({ ...kari, ...words }, rules)).toMatchObject({ ok: true, tip: { words } });
  });

  it('lose only what cannot be seen: control characters, hidden directions and zero-width spaces', () => {
    const raw = {
      ...kari,
      firstNames: ' Ka\u0000ri\u200b ',
      lastName: '\u202eVold\r\n',
      greeting: 'Hei\r\ndu\u0007',
    };
    expect(readTip(raw, rules)).toMatchObject({
      ok: true,
      tip: { words: { firstNames: 'Kari', lastName: 'Vold', greeting: 'Hei\ndu' } },
    });
  });

  it('may be three hundred characters as people count them, in any free text, and no more', () => {
    expect(problemsOf({ ...kari, greeting: '🏔'.repeat(300) })).toEqual([]);
    for (const field of ['relation', 'greeting', 'othersInHousehold']) {
      expect(problemsOf({ ...kari, [field]: 'å'.repeat(301) })).toEqual([`${field} text.too_long`]);
    }
  });

  it('never come back in a message', () => {
    const secret = '14907441270';
    const reading = readTip({ ...kari, phone: `${secret}9`, birthYear: secret, greeting: secret }, rules);
    expect(JSON.stringify(reading)).not.toContain(secret);
  });
});

describe('any tip at all', () => {
  it('is either read or told what is wrong, in the order of the form', () => {
    const anything = fc.dictionary(
      fc.constantFrom(
        'municipality',
        'firstNames',
        'lastName',
        'birthYear',
        'phone',
        'email',
        'postcode',
        'country',
        'greeting',
        'mayContact',
      ),
      fc.string({ unit: 'binary', maxLength: 400 }),
    );
    fc.assert(
      fc.property(anything, (raw) => {
        const reading = readTip(raw, rules);
        expect(reading.ok || reading.problems.length > 0).toBe(true);
      }),
    );
  });

  it('asks the same of the same words: reading what was kept gives the same reading', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(name, name, (firstNames, greeting) => {
        const once = readTip({ ...kari, firstNames, greeting }, rules);
        if (!once.ok) return;
        const kept = Object.fromEntries(
          Object.entries(once.tip.words).map(([field, word]) => [field, word ?? '']),
        );
        expect(readTip(kept, rules)).toEqual(once);
      }),
    );
  });
});

describe('the answers to the two questions', () => {
  it.each([
    ['ja', true],
    ['JA', true],
    ['on', true],
    ['nei', false],
    ['', false],
  ])('«%s» is %s', (answer, meaning) => {
    expect(readTip({ ...kari, maySayName: answer }, rules)).toMatchObject({
      ok: true,
      tip: { maySayName: meaning },
    });
  });

  it('are not guessed at', () => {
    expect(problemsOf({ ...kari, mayContact: 'kanskje' })).toEqual(['mayContact choice.unknown']);
  });
});
