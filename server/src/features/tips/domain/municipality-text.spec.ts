import { describe, expect, it } from '@jest/globals';
import { knownMunicipalities } from '../../campaigns/index.js';
import { readMunicipality } from './municipality-text.js';

const known = { participating: knownMunicipalities, register: knownMunicipalities };

describe('reading which municipality somebody means', () => {
  it.each([
    ['5025', '5025'],
    ['roros', '5025'],
    ['RØROS kommune', '5025'],
    ['Röros', '5025'],
    ['Röraas', '5025'],
    ['Rosse', '5025'],
    ['Rosse tjïelte', '5025'],
    ['rosse tjielte', '5025'],
    ['3427 Tynset', '3427'],
    ['Tynset (3427)', '3427'],
    ['Tynseth', '3427'],
    ['Tysnet', '3427'],
    ['Tollga', '3426'],
    ['Os i Østerdalen', '3430'],
    ['os', '3430'],
    ['Alvdahl', '3428'],
    ['Foldal', '3429'],
    ['Rendal', '3424'],
    ['i Rendalen', '3424'],
  ])('«%s» is %s', (text, number) => {
    expect(readMunicipality(text, known)).toEqual({ ok: true, number });
  });

  it.each([
    ['', 'missing'],
    ['kommune', 'missing'],
    ['Trondheim', 'unknown'],
    ['9999', 'unknown'],
    ['Stor-Elvdal', 'unknown'],
    ['Osen', 'unknown'],
    ['Oslo', 'unknown'],
    ['Årdal', 'unknown'],
    ['Oppdal', 'unknown'],
    ['Tolga og Os', 'ambiguous'],
    ['3427 Røros', 'ambiguous'],
    ['3427 / 3426', 'ambiguous'],
    ['0301 Tynset', 'ambiguous'],
  ])('«%s» is refused as %s', (text, problem) => {
    expect(readMunicipality(text, known)).toEqual({ ok: false, problem });
  });

  it('tells a municipality that is not in the campaign from one nobody knows', () => {
    const participating = knownMunicipalities.filter(({ name }) => name === 'Tynset');
    const alone = { participating, register: knownMunicipalities };
    expect(readMunicipality('Røros', alone)).toEqual({ ok: false, problem: 'not_in_campaign' });
    expect(readMunicipality('5025', alone)).toEqual({ ok: false, problem: 'not_in_campaign' });
    expect(readMunicipality('Oslo', alone)).toEqual({ ok: false, problem: 'unknown' });
  });
});
