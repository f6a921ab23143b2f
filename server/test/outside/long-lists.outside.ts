import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeList } from '../../src/bench/matching/list-files.js';
import { generateTips } from '../../src/bench/matching/tips-generator.js';
import { rootDirectory } from '../../src/config/config.js';
import { matchFile, shippedModel } from '../../src/features/people/index.js';
import { run } from './programs.js';

/** A list long enough for the built command line to share it among threads. */
const tips = 40_000;
let folder: string;
let file: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'savner-lists-'));
  file = join(folder, 'tips.csv');
  await writeList(file, generateTips(tips, 3));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('people match with a long list', () => {
  it('finds with two threads what one finds', async () => {
    expect(statSync(file).size).toBeGreaterThan(2 * 1024 * 1024);
    const [pairs, clusters] = [join(folder, 'pairs.csv'), join(folder, 'clusters.csv')];
    const program = join(rootDirectory, 'server', 'dist', 'cli.js');
    run(process.execPath, program, 'people', 'match', file, '--out', pairs, '--clusters', clusters);
    const alone = await matchedHere();
    expect(sorted(readFileSync(clusters, 'utf8'))).toEqual(sorted(alone.clusters));
    expect(sorted(readFileSync(pairs, 'utf8'))).toEqual(sorted(alone.pairs));
    expect(alone.tips).toBe(tips);
  }, 120_000);
});

async function matchedHere(): Promise<{ pairs: string; clusters: string; tips: number }> {
  const [pairs, clusters]: [string[], string[]] = [[], []];
  const into = (pieces: string[]) => (piece: string | Uint8Array) =>
    Promise.resolve(void pieces.push(typeof piece === 'string' ? piece : Buffer.from(piece).toString()));
  const matched = await matchFile(
    { bytes: readFileSync(file) },
    { model: shippedModel, automaticFrom: 0.95, explanation: 'short' },
    { pairs: into(pairs), clusters: into(clusters) },
  );
  return { pairs: pairs.join(''), clusters: clusters.join(''), tips: matched.tips };
}

function sorted(text: string): string[] {
  return text.trimEnd().split('\n').sort();
}
