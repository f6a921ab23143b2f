import { inRoot } from './paths.mjs';
import { runNode } from './processes.mjs';

/** Runs Jest on the sources, with what native ES modules need on every supported Node. */
export async function runJest(parameters, extraEnv = {}) {
  const nodeOptions = [
    process.env.NODE_OPTIONS,
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
  ];
  const env = { ...process.env, ...extraEnv, NODE_OPTIONS: nodeOptions.filter(Boolean).join(' ') };
  const { code, stopped } = await runNode([inRoot('node_modules', 'jest', 'bin', 'jest.js'), ...parameters], {
    env,
  });
  return stopped ? 130 : code;
}
