import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { notes } from './paths.mjs';
import { Interrupted, Trouble, say } from './say.mjs';

const file = join(notes, 'set-up.lock');
const beatMs = 3_000;
/** A lock whose owner has not touched it for this long belongs to a process that was killed … */
const deadAfterMs = 20_000;
/** … and so does one whose process is not to be found, unless it may live in another container and touches it. */
const missingAfterMs = 2 * beatMs;
const patienceMs = 15 * 60_000;

/** Runs `work` while no other command sets up the same folder; says so when it has to wait. */
export async function withLock(work) {
  const token = randomUUID();
  await acquire(token);
  const beat = setInterval(() => touch(token), beatMs);
  beat.unref();
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if (holder() === token) rmSync(file, { force: true });
  }
}

async function acquire(token) {
  const start = Date.now();
  let toldAt = 0;
  let interrupted = false;
  const onSignal = () => (interrupted = true);
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  try {
    while (!tryToTake(token)) {
      if (interrupted) throw new Interrupted();
      removeIfDead(token);
      if (Date.now() - toldAt > 30_000) {
        toldAt = Date.now();
        say(
          `En annen kommando gjør klart den samme mappen (prosess ${owner() ?? 'ukjent'}). Venter på den …`,
        );
      }
      if (Date.now() - start > patienceMs) {
        throw new Trouble(
          'En annen kommando har holdt på i over et kvarter.',
          'Stopp den andre kommandoen, og prøv igjen.',
          `Finnes den ikke, fjern filen ${file}.`,
        );
      }
      await pause(500);
    }
  } finally {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}

function tryToTake(token) {
  try {
    writeFileSync(file, `${token} ${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Takes a dead lock away by renaming it, which only one of several waiting commands can do; a live one is put back. */
function removeIfDead(token) {
  const judged = holder();
  if (judged === undefined || ageMs() < (ownerRuns() ? deadAfterMs : missingAfterMs)) return;
  const aside = `${file}.${token}`;
  try {
    renameSync(file, aside);
    const taken = readFileSync(aside, 'utf8').split(' ')[0];
    if (taken !== judged) renameSync(aside, file);
    else rmSync(aside, { force: true });
  } catch {
    // Another waiting command was quicker.
  }
}

function touch(token) {
  if (holder() !== token) return;
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // Gone; the next command simply takes it.
  }
}

function holder() {
  try {
    return readFileSync(file, 'utf8').split(' ')[0];
  } catch {
    return undefined;
  }
}

function ageMs() {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}

function ownerRuns() {
  try {
    process.kill(Number(owner()), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function owner() {
  try {
    return readFileSync(file, 'utf8').trim().split(' ')[1];
  } catch {
    return undefined;
  }
}
