import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanText } from './text-cleaning.js';

describe('text for a card', () => {
  it('keeps letters from any language and composes them', () => {
    expect(cleanText('Čŋłễ Åse Gaebpie')).toBe('Čŋłễ Åse Gaebpie');
    expect(cleanText('A\u030ase')).toBe('Åse');
  });

  it('loses marks that turn the writing direction, zero-width characters and controls', () => {
    expect(cleanText('Kari\u202e Nord\u200bmann\u0007')).toBe('Kari Nordmann');
    expect(cleanText('Kari\u00adNordmann\ufeff\u{e0041}')).toBe('KariNordmann');
  });

  it('is one line with single spaces', () => {
    expect(cleanText('  Kari\r\n\tNordmann\u00a0 ')).toBe('Kari Nordmann');
  });

  it('is the same when cleaned twice, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = cleanText(text);
        expect(cleanText(once)).toBe(once);
        expect(once).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Surrogate}]/u);
      }),
    );
  });
});
