import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import config from '../../.dependency-cruiser.mjs';

const binary = fileURLToPath(import.meta.resolve('dependency-cruiser')).replace(
  /\/src\/main\/.*$/,
  '/bin/dependency-cruise.mjs',
);
const configFile = fileURLToPath(new URL('../../.dependency-cruiser.mjs', import.meta.url));

/**
 * Reads the given folders of the tree at `root` against the rules.
 * @returns {{ modules: number, violations: { rule: string, from: string, to: string, comment: string }[] }}
 */
export function cruise(root, folders) {
  const run = spawnSync(
    process.execPath,
    [binary, '--config', configFile, '--output-type', 'json', '--progress', 'none', ...folders],
    { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  if (!run.stdout.startsWith('{'))
    throw new Error(`dependency-cruiser could not read ${root}:\n${run.stderr}`);
  const { modules, summary } = JSON.parse(run.stdout);
  const reasons = new Map(config.forbidden.map((rule) => [rule.name, rule.comment]));
  const own = modules.filter((module) => !/(^|\/)node_modules\//.test(module.source) && !module.coreModule);
  return {
    modules: own.length,
    violations: summary.violations.map((violation) => ({
      rule: violation.rule.name,
      from: violation.from,
      to: violation.cycle ? violation.cycle.map((step) => step.name ?? step).join(' → ') : violation.to,
      comment: reasons.get(violation.rule.name) ?? '',
    })),
  };
}
