import { describe, expect, it } from '@jest/globals';
import { inventedCards } from './invented-cards.js';

describe('invented cards', () => {
  it('are the same ones for the same number, and go to all municipalities', () => {
    const invent = () => {
      const { count, at } = inventedCards(30, ['5025', '3427']);
      return Array.from({ length: count }, (_, index) => at(index));
    };
    const cards = invent();
    expect(invent()).toEqual(cards);
    expect(new Set(cards.map((card) => card.municipality)).size).toBe(2);
    expect(new Set(cards.map((card) => `${card.names.join()} ${card.street}`)).size).toBe(30);
  });
});
