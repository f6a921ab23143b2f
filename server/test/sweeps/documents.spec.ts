import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { rootDirectory } from '../../src/config/config.js';

const folders = /^(?:contract|server|client|templates|scripts|sample-data)\//;

describe('what the documents say', () => {
  it.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'])(
    '%s names only files that are there',
    (name) => {
      const text = readFileSync(join(rootDirectory, name), 'utf8');
      const named = [...text.matchAll(/`([^`\s]+)`|^([a-z-]+\/[\w./-]+) {2,}/gm)].map(
        ([, a, b]) => a ?? b ?? '',
      );
      const paths = named.filter((path) => folders.test(path) && !path.startsWith('server/dist'));
      expect(paths.length).toBeGreaterThan(name === 'ARCHITECTURE.md' ? 20 : -1);
      expect(paths.filter((path) => !isThere(path))).toEqual([]);
    },
  );
});

/** The part before a star or a `<name>` is what can be looked for. */
function isThere(path: string): boolean {
  const [plain = ''] = path.split(/[^/]*[*<]/);
  return existsSync(join(rootDirectory, plain));
}
