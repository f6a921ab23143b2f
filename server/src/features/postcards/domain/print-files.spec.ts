import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { packFiles } from './packing-list.js';
import { inFileOrder, planFiles, type StoredFile } from './print-files.js';

const aCard = fc.record({
  id: fc.uuid(),
  municipality: fc.constantFrom('3427', '5025', '3426'),
  postcode: fc.constantFrom('0575', '2500', '7030', null),
});
const rules = fc.record({ perMunicipality: fc.boolean(), cardsPerFile: fc.integer({ min: 1, max: 7 }) });

function placed<Card extends { readonly municipality: string }>(
  cards: readonly Card[],
  how: Parameters<typeof planFiles>[1],
) {
  return inFileOrder(cards, how).map((card, index) => ({ ...card, position: index + 1 }));
}

describe('the files of a batch', () => {
  it('hold every card once, in order, and none is larger or more mixed than asked', () => {
    fc.assert(
      fc.property(fc.array(aCard), rules, (cards, how) => {
        const files = planFiles(placed(cards, how), how);
        const positions = files.flatMap((file) => file.cards.map(({ position }) => position));
        expect(positions).toEqual(cards.map((_, index) => index + 1));
        expect(files.map(({ number }) => number)).toEqual(files.map((_, index) => index + 1));
        for (const { cards: own, municipality } of files) {
          expect(own.length).toBeGreaterThan(0);
          expect(own.length).toBeLessThanOrEqual(how.cardsPerFile);
          const places = new Set(own.map((card) => card.municipality));
          if (how.perMunicipality) expect([...places]).toEqual([municipality]);
          else expect(municipality).toBeNull();
        }
      }),
    );
  });

  it('keep the order of the post within a municipality', () => {
    fc.assert(
      fc.property(fc.array(aCard), (cards) => {
        const ordered = inFileOrder(cards, { perMunicipality: true, cardsPerFile: 1 });
        for (const place of ['3426', '3427', '5025']) {
          const own = (some: typeof cards) => some.filter(({ municipality }) => municipality === place);
          expect(own(ordered)).toEqual(own(cards));
        }
      }),
    );
  });
});

describe('a packing list', () => {
  it('counts the cards of each tray in the order they lie, those for abroad by themselves', () => {
    const file = (number: number, cards: number): StoredFile => ({
      batchId: '',
      number,
      municipality: null,
      firstCard: number === 1 ? 1 : 4,
      cards,
      bytes: 1,
      pages: 2 * cards,
      sha256: '',
    });
    const states = ['posted', 'returned', 'posted', 'posted', 'posted'] as const;
    const postcodes = ['0575', '0580', '2500', '2560', null];
    const cards = postcodes.map((postcode, index) => ({
      ...aStoredCard,
      position: index + 1,
      postcode,
      state: states[index] ?? 'posted',
    }));
    const packed = packFiles([file(1, 3), file(2, 2)], cards, ({ number }) => `fil-${number}.pdf`);
    expect(packed.map(({ name, trays }) => [name, trays])).toEqual([
      [
        'fil-1.pdf',
        [
          { figures: '05', cards: 2 },
          { figures: '25', cards: 1 },
        ],
      ],
      [
        'fil-2.pdf',
        [
          { figures: '25', cards: 1 },
          { figures: null, cards: 1 },
        ],
      ],
    ]);
  });
});

const aStoredCard = {
  id: '',
  batchId: '',
  campaignId: '',
  householdId: '',
  municipality: '3427',
  codeHash: '',
  addressLines: [],
  address: null,
  postedOn: null,
  returnedOn: null,
  returnReason: null,
};
