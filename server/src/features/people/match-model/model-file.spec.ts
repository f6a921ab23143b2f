import { describe, expect, it } from '@jest/globals';
import { shippedModel } from '../domain/matching/model.js';
import { modelFileText, named, readModelFile } from './model-file.js';

const learntFrom = { tips: 600, pairs: 200, answers: 3, randomPairs: 60_000, seed: 1 };
const model = named({ ...shippedModel, prior: -20 }, '2026-11-23');

const gone = Symbol('gone');

/** The file with the value at a path (`weights.given.exact`) changed by hand. */
function edited(path: string, value: unknown): string {
  const change = (at: unknown, [key = '', ...rest]: readonly string[]): unknown => {
    const { [key]: before, ...others } = at as Record<string, unknown>;
    const after = rest.length > 0 ? change(before, rest) : value;
    return after === gone ? others : { ...others, [key]: after };
  };
  return JSON.stringify(change(JSON.parse(modelFileText(model, learntFrom)), path.split('.')));
}

describe('a file with a model', () => {
  it('is read as it was written, under a name that its weights alone decide', () => {
    expect(readModelFile(modelFileText(model, learntFrom))).toEqual(model);
    expect(model.version).toMatch(/^own-2026-11-23-[0-9a-f]{8}$/);
    expect(named({ ...shippedModel, prior: -20 }, '2026-11-23').version).toBe(model.version);
    expect(named({ ...shippedModel, prior: -19 }, '2026-11-23').version).not.toBe(model.version);
  });

  it('that is no JSON is refused', () => {
    expect(() => readModelFile('{')).toThrow(/fila: Dette er ikke JSON[^]*people estimate/);
  });

  it.each<[string, string, unknown, RegExp]>([
    ['without a level', 'weights.given.exact', gone, /weights\.given\.exact: Mangler/],
    ['without a field', 'weights.home', gone, /weights\.home: Mangler/],
    ['with an unknown level', 'weights.year.equals', 5, /weights\.year: .*equals/],
    ['with a word for a number', 'weights.phone.equal', 'mye', /weights\.phone\.equal: Skal være et tall/],
    ['with no number at all', 'prior', null, /prior: Skal være et tall/],
    ['with a weight beyond sense', 'weights.place.town', 31, /weights\.place\.town: Kan ikke være over 30/],
    ['with a prior beyond sense', 'prior', 13, /prior: Kan ikke være over 10/],
    ['that lets silence speak', 'weights.email.missing', 1, /weights\.email\.missing: Skal være 0/],
    ['with a name that is none', 'version', 'min modell!', /version: Bare bokstaver/],
    ['of another format', 'format', 2, /format: Skal være 1/],
  ])('%s is refused by field and remedy', (_, path, value, message) => {
    expect(() => readModelFile(edited(path, value))).toThrow(message);
    expect(() => readModelFile(edited(path, value))).toThrow(/people estimate/);
  });
});
