import { describe, expect, it } from '@jest/globals';
import { householdTruth, pairFigures, pairsWithin, personTruth } from '../../../../../test/pair-figures.js';
import { sampleTips } from '../../../../../test/sample-tips.js';
import { Postcodes } from '../../../campaigns/index.js';
import { loadKnowledge } from '../../knowledge.loader.js';
import { matchTips } from './match-tips.js';
import { shippedModel } from './model.js';

const { tips, truth } = sampleTips();
const match = matchTips(tips, loadKnowledge(new Postcodes().entries()), {
  model: shippedModel,
  automaticFrom: 0.95,
});

describe('the sample campaign, matched whole', () => {
  it('finds who is the same person, and joins hardly anyone by mistake', () => {
    const figures = pairFigures(pairsWithin(match.persons), truth, personTruth);
    report('persons', figures);
    expect(figures.f1).toBeGreaterThanOrEqual(0.95);
    expect(figures.precision).toBeGreaterThanOrEqual(0.99);
  });

  it('is right when it joins without asking', () => {
    const automatic = match.edges
      .filter((edge) => edge.band === 'automatic')
      .map(({ a, b }) => [a, b] as const);
    const figures = pairFigures(automatic, truth, personTruth);
    report('automatic pairs', figures);
    expect(figures.precision).toBeGreaterThanOrEqual(0.99);
  });

  it('finds who shares a card and a call', () => {
    const figures = pairFigures(pairsWithin(match.households), truth, householdTruth);
    report('households', figures);
    expect(figures.f1).toBeGreaterThanOrEqual(0.93);
    expect(figures.precision).toBeGreaterThanOrEqual(0.99);
  });

  it('leaves a human few pairs to answer', () => {
    process.stdout.write(`questions: ${match.questions.length} for ${tips.length} tips\n`);
    expect(match.questions.length / tips.length).toBeLessThanOrEqual(0.08);
  });
});

function report(what: string, figures: { precision: number; recall: number; f1: number }): void {
  const [precision, recall, f1] = [figures.precision, figures.recall, figures.f1].map((value) =>
    value.toFixed(3),
  );
  process.stdout.write(`${what}: precision ${precision}, recall ${recall}, F1 ${f1}\n`);
}
