import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootDirectory } from '../src/config/config.js';

export const sampleFile = readFileSync(join(rootDirectory, 'sample-data/tips-sample.csv'));

export interface SampleTruth {
  readonly tipId: string;
  readonly personId: string;
  readonly householdId: string;
  readonly expect: 'ok' | 'refuse' | 'row_error';
}

/** What should be said of each tip of the sample, by tip id. */
export const sampleTruth: ReadonlyMap<string, SampleTruth> = new Map(
  readFileSync(join(rootDirectory, 'sample-data/tips-sample-truth.csv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [tipId = '', personId = '', householdId = '', expected] = line.split(';');
      const expect = expected === 'ok' || expected === 'refuse' ? expected : 'row_error';
      return [tipId, { tipId, personId, householdId, expect }];
    }),
);
