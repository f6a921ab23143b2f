import { describe, expect, it } from '@jest/globals';
import { loadNameLists } from '../../name-lists.loader.js';
import { declaredMembers } from './declared-members.js';

const lists = loadNameLists();
const named = (text: string) =>
  declaredMembers(text, lists).map(({ given, surnames }) =>
    [...given, ...surnames].map((token) => token.text).join(' '),
  );

describe('who is named as living with somebody', () => {
  it.each([
    ['Amund (samboer)', ['amund']],
    ['gift med Hanna Bekkmoen, samboer + tre unger', ['hanna bekkmoen']],
    ['datter Kari og sønnen Ola', ['kari', 'ola']],
    ['Eli Ekset', ['eli ekset']],
  ])('is in «%s»', (text, members) => {
    expect(named(text)).toEqual(members);
  });

  it.each([
    'Er skilt fra Stian Hodalen',
    'ikke lenger sammen med Stian Hodalen',
    'bor IKKE med Stian Hodalen',
    'tidligere gift med Stian Hodalen',
    'tidlegare gift med Stian Hodalen',
    'separert fra Stian Hodalen',
    'eksmannen Stian Hodalen',
    'Stian (eks)',
    'enke etter Stian Hodalen',
    'nabo til Stian Hodalen',
    'søster av Stian Hodalen',
    'dotter til Stian Hodalen',
    'flytta frå Stian Hodalen i 2019',
  ])('is nobody in «%s»', (text) => {
    expect(named(text)).toEqual([]);
  });

  it('is only she who lives there, where others are named too', () => {
    expect(named('skilt fra Stian Hodalen, bor med Per Brendryen')).toEqual(['per brendryen']);
  });
});
