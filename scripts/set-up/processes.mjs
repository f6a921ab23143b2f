import { spawn } from 'node:child_process';
import { Interrupted } from './say.mjs';
import { root } from './paths.mjs';

const patienceMs = 20_000;
const echoMs = 1_000;

/**
 * Runs a command to its end. Ctrl-C and SIGTERM reach it once: a terminal signals the whole group and npm passes the
 * signal on as well, so the child gets a group of its own and hears it from here only. It is killed if it has not
 * stopped after 20 seconds, or when the person asks a second time.
 * @param {{ env?: object, quiet?: boolean, onOutput?: (text: string) => void }} options
 *   quiet: show nothing, only hand the output to onOutput
 * @returns {Promise<{ code: number, stopped: boolean }>} stopped: it ended because somebody asked
 */
function runToEnd(command, parameters, { env = process.env, quiet = false, onOutput } = {}) {
  const shown = onOutput ? 'pipe' : 'inherit';
  const child = spawn(command, parameters, {
    cwd: root,
    env,
    stdio: [onOutput ? 'ignore' : 'inherit', shown, shown],
    detached: process.platform !== 'win32',
  });
  if (onOutput) {
    for (const [stream, target] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      stream.on('data', (chunk) => {
        if (!quiet) target.write(chunk);
        onOutput(String(chunk));
      });
    }
  }
  return new Promise((resolve, reject) => {
    const stopper = stopOnSignal(child);
    child.once('error', (error) => {
      stopper.release();
      reject(error);
    });
    child.once('close', (code, signal) => {
      stopper.release();
      resolve({
        code: code ?? (signal === 'SIGTERM' ? 143 : signal === 'SIGINT' ? 130 : 1),
        stopped: stopper.asked(),
      });
    });
  });
}

/** As runToEnd, for steps that have to succeed before anything else: Ctrl-C ends the whole script. */
export async function runStep(command, parameters, options) {
  const { code, stopped } = await runToEnd(command, parameters, options);
  if (stopped) throw new Interrupted();
  return code;
}

/** Node with one of the installed tools. */
export function runNode(parameters, options) {
  return runToEnd(process.execPath, parameters, options);
}

function stopOnSignal(child) {
  let askedAt = 0;
  let killer;
  const onSignal = (signal) => {
    const now = Date.now();
    if (askedAt === 0) {
      askedAt = now;
      signalGroup(child, signal === 'SIGHUP' ? 'SIGTERM' : signal);
      killer = setTimeout(() => signalGroup(child, 'SIGKILL'), patienceMs);
    } else if (now - askedAt > echoMs) {
      signalGroup(child, 'SIGKILL');
    }
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, onSignal);
  const watch = watchForLostParent(() => onSignal('SIGTERM'));
  return {
    asked: () => askedAt > 0,
    release: () => {
      clearTimeout(killer);
      clearInterval(watch);
      for (const signal of signals) process.off(signal, onSignal);
    },
  };
}

/**
 * A SIGTERM sent to npm alone ends npm and its shell, and never reaches us: we notice that we have another parent.
 * Started without npm, a parent that leaves means nothing.
 */
function watchForLostParent(onLost) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    onLost();
  }, 300);
  watch.unref();
  return watch;
}

function signalGroup(child, signal) {
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It is gone already.
  }
}
