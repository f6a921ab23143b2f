import { describe, expect, it } from '@jest/globals';
import { sayWarning } from './warnings.js';

describe('a warning before printing', () => {
  it('names the municipality and the remedy in the reader’s language', () => {
    const warning = { kind: 'does_not_fit', municipality: 'Os', text: 'message' } as const;
    expect(sayWarning(warning, 'nb')).toBe('Os: teksten «message» får ikke plass på kortet. Kort den ned.');
    expect(sayWarning(warning, 'nn')).toBe('Os: teksten «message» får ikkje plass på kortet. Kort han ned.');
  });

  it('names the letters no font has', () => {
    const warning = { kind: 'missing_glyph', municipality: 'Os', text: 'message', letters: '漢' } as const;
    expect(sayWarning(warning, 'nb')).toContain('tegnet 漢 i teksten «message»');
  });
});
