import { describe, expect, it } from '@jest/globals';
import {
  cardOn,
  type Flip,
  imposedCards,
  type Paper,
  sheetCount,
  type SheetPlan,
  singleCards,
  sizeOn,
  type Slot,
} from './imposition.js';

const a6 = { width: 148, height: 105, bleed: 3 };
const a5 = { width: 210, height: 148, bleed: 3 };

function plan(paper: Paper, flip: Flip = 'long-edge', format = a6): SheetPlan {
  const made = imposedCards(format, paper, flip);
  if (!made) throw new Error('There is room');
  return made;
}

/** A point of the card (from its lower left corner, y upwards) on the sheet. */
function onSheet(slot: Slot, format: typeof a6, [u, v]: readonly [number, number]): [number, number] {
  const { width, height } = sizeOn(format, slot.turn);
  switch (slot.turn) {
    case 0:
      return [slot.x + u, slot.y + v];
    case 90:
      return [slot.x + width - v, slot.y + u];
    case 180:
      return [slot.x + width - u, slot.y + height - v];
    case 270:
      return [slot.x + v, slot.y + height - u];
  }
}

describe('cards on sheets', () => {
  it.each([
    ['sra3', a6, 8],
    ['a4', a6, 2],
    ['sra3', a5, 4],
    ['a4', a5, 1],
  ] as const)('has room on %s for %j: %i', (paper, format, count) => {
    expect(plan(paper, 'long-edge', format).front).toHaveLength(count);
  });

  it('refuses a card that is larger than the sheet', () => {
    expect(imposedCards({ width: 250, height: 250, bleed: 3 }, 'a4', 'long-edge')).toBeNull();
  });

  it.each([
    ['sra3', 'long-edge', a6],
    ['sra3', 'short-edge', a6],
    ['sra3', 'long-edge', a5],
    ['sra3', 'short-edge', a5],
    ['a4', 'short-edge', a5],
  ] as const)(
    'prints every back behind its front and the right way up: %s, %s, %j',
    (paper, flip, format) => {
      const made = plan(paper, flip, format);
      const through = ([x, y]: readonly [number, number]): [number, number] =>
        flip === 'long-edge' ? [made.width - x, y] : [x, made.height - y];
      made.front.forEach((front, index) => {
        const back = made.back[index];
        if (!back) throw new Error('Each front has a back');
        for (const corner of [
          [0, 0],
          [format.width, 0],
          [0, format.height],
        ] as const) {
          // A card turned like the page of a book: what is left on its front is right on its back.
          const behind = onSheet(back, format, [format.width - corner[0], corner[1]]);
          const [x, y] = through(onSheet(front, format, corner));
          expect(behind[0]).toBeCloseTo(x, 6);
          expect(behind[1]).toBeCloseTo(y, 6);
        }
      });
    },
  );

  it.each([1, 7, 8, 9, 100, 603])('lies in order after cutting when there are %i', (cards) => {
    const made = plan('sra3');
    const sheets = sheetCount(made, cards);
    const stacks = made.front.flatMap((_slot, slot) =>
      Array.from({ length: sheets }, (_, sheet) => cardOn(made, cards, { sheet, slot })),
    );
    expect(stacks.filter((card) => card !== null)).toEqual(Array.from({ length: cards }, (_, card) => card));
  });

  it('keeps bleeds apart, and cut marks outside them', () => {
    const made = plan('sra3');
    for (const mark of made.marks) {
      for (const slot of made.front) {
        const { width, height } = sizeOn(a6, slot.turn);
        const isBeside =
          Math.max(mark.x1, mark.x2) <= slot.x - 3 ||
          Math.min(mark.x1, mark.x2) >= slot.x + width + 3 ||
          Math.max(mark.y1, mark.y2) <= slot.y - 3 ||
          Math.min(mark.y1, mark.y2) >= slot.y + height + 3;
        expect(isBeside).toBe(true);
      }
      expect(Math.hypot(mark.x1 - mark.x2, mark.y1 - mark.y2)).toBeGreaterThanOrEqual(2);
    }
    expect(made.marks).toHaveLength(2 * (4 + 8));
  });
});

describe('a card on a page of its own', () => {
  it('has bleed around it, and marks outside the bleed when asked', () => {
    expect(singleCards(a6, 'no-marks')).toMatchObject({ width: 154, height: 111, marks: [] });
    const marked = singleCards(a6, 'marks');
    expect(marked).toMatchObject({ width: 164, height: 121, trim: { x: 8, y: 8, width: 148, height: 105 } });
    expect(marked.marks).toHaveLength(8);
  });
});
