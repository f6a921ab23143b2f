import { readFileSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * Looks into what Jest wrote: a run counts only when every file of tests that stands in the tree was run, none of them
 * was empty, and no test was skipped. `node judge-results.mjs ROOT suite|outside|journeys RESULTS COUNTS` writes
 * «passed failed» to COUNTS.
 */
const [rootGiven, kind, resultsFile, countsFile] = process.argv.slice(2);
const root = realpathSync(rootGiven);

/** Fewer than these were never the whole. Raise them as the suite grows. */
const kinds = {
  suite: { pattern: /^(contract|server|client\/src)\/.*\.spec\.tsx?$/, least: 850 },
  outside: { pattern: /^server\/test\/outside\/.*\.outside\.ts$/, least: 10 },
  journeys: { pattern: /^client\/e2e\/.*\.journey\.ts$/, least: 20 },
};
const { pattern, least } = kinds[kind];

const results = JSON.parse(readFileSync(resultsFile, 'utf8'));
const ran = new Map(results.testResults.map((suite) => [nameOf(suite.name), suite]));
const problems = [
  ...filesUnder('')
    .filter((file) => pattern.test(file) && !ran.has(file))
    .map((file) => `${file} was not run`),
  ...[...ran]
    .filter(([, suite]) => suite.assertionResults.length === 0)
    .map(([file]) => `${file} ran no test`),
  ...[...ran].flatMap(([file, suite]) =>
    suite.assertionResults
      .filter((test) => !['passed', 'failed'].includes(test.status))
      .map((test) => `${file}: «${test.fullName}» is ${test.status}`),
  ),
  ...(results.numTotalTests < least
    ? [`only ${results.numTotalTests} tests ran, expected at least ${least}`]
    : []),
];

const failed = results.numFailedTests + results.numRuntimeErrorTestSuites + problems.length;
writeFileSync(countsFile, `${results.numPassedTests} ${failed}\n`);
for (const problem of problems) console.error(problem);
console.log(`${results.numTotalTestSuites} files, ${results.numPassedTests} passed, ${failed} failed`);
process.exit(failed === 0 && results.success ? 0 : 1);

function nameOf(path) {
  return relative(root, realpathSync(path)).replaceAll('\\', '/');
}

function filesUnder(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'dist', '.git', '.build'].includes(entry.name)) return [];
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}
