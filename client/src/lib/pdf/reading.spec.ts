import { describe, expect, it } from '@jest/globals';
import { type ContentItem, readingOf } from './reading.js';

const said = (str: string, hasEOL = false): ContentItem => ({ str, hasEOL });
const marked = (id: string, ...inside: ContentItem[]): ContentItem[] => [
  { type: 'beginMarkedContentProps', id },
  ...inside,
  { type: 'endMarkedContent' },
];
const read = (...given: Parameters<typeof readingOf>) =>
  readingOf(...given)
    .replace(/\s+/g, ' ')
    .trim();

describe('a page that is read aloud', () => {
  it('is its text as it comes when nothing is tagged', () => {
    expect(read([said('Noen savner deg', true), said('i Fjellregionen')], null)).toBe(
      'Noen savner deg i Fjellregionen',
    );
  });

  it('follows its tags, with words in the place of pictures and of letters set apart', () => {
    const items = [
      ...marked('mc1', said('R Ø R O S')),
      ...marked('mc2', { type: 'beginMarkedContent' }, said('Hei!'), { type: 'endMarkedContent' }),
      said('ornament'),
    ];
    const tree = {
      children: [
        { alt: 'Tegning av et fjell.', children: [{ id: 'mc0' }] },
        { children: [{ id: 'mc2' }] },
        { alt: 'RØROS', children: [{ id: 'mc1' }] },
      ],
    };
    expect(read(items, tree)).toBe('Tegning av et fjell. Hei! RØROS');
  });
});
