import { describe, expect, it } from '@jest/globals';
import { saysUnder18 } from './minor-text.js';

describe('a text about a child or a pupil', () => {
  it.each([
    'Han går på ungdomsskolen på Hamar nå og vil heim.',
    'går på skole',
    'Ho går framleis på ungdomsskulen',
    'Vi savner deg! Hun går nå på barneskolen.',
    'Nå går han på videregående',
    'går i klassen min',
    'Vi går i samme klasse',
    'Han går i 8. klasse',
    'ho er 15 år og flytta i fjor',
    'Du fyller 17 år til sommeren',
    '16-åring fra Tynset',
    'elev på ungdomsskolen',
    'Kjempesnill, og går på skolen i Oslo nå',
  ])('is recognised: «%s»', (text) => {
    expect(saysUnder18(text)).toBe(true);
  });

  it.each([
    'gjekk i lag på ungdomsskulen',
    'lærar på ungdomsskulen',
    'Du var den eneste som skjønte matten på ungdomsskolen.',
    'Barna går på skole her',
    'Dattera går i 3. klasse hos meg',
    'Det er 15 år siden du reiste',
    'Er 12 år sia sist!',
    'Han er 10 år eldre enn meg',
    'Han er 45 år',
    'Da du var 15 år, lova du å komme heim',
    'satt sammen på skolebussen',
    'kollega på skolen',
    'Vi i 84-kullet savner deg',
    'Du går på høgskole i Oslo',
    'Jeg går på skole forbi huset ditt hver dag',
    'Fotballmålet bak skolen står der ennå',
    '',
  ])('is not «%s»', (text) => {
    expect(saysUnder18(text)).toBe(false);
  });
});
