import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { listKnowledge, type Registers } from './list-knowledge.js';
import { MatchWork, type MatchSettings } from './match-work.js';

/** A step of the work, by name, with what it needs. */
export type Step = {
  [Own in Name]: { readonly name: Own; readonly given: Parameters<MatchWork[Own]> };
}[Name];

type Name = 'read' | 'take' | 'count' | 'weigh' | 'pairs' | 'judge' | 'resolve' | 'clusters';

/** Those who do the work: each keeps what it has been told. */
export interface Crew {
  readonly size: number;
  /** Lets each member do a step at the same time. @returns their results, in order */
  all<Own extends Name>(
    name: Own,
    givenTo: (member: number) => Parameters<MatchWork[Own]>,
  ): Promise<ReturnType<MatchWork[Own]>[]>;
  dismiss(): Promise<void>;
}

/** What a thread is given when it starts. */
export interface ThreadData {
  readonly registers: Registers;
  readonly settings: MatchSettings;
}

/** Members that work one after the other in the thread that asks: for short lists, where threads cost more than they save. */
export function crewHere(registers: Registers, settings: MatchSettings, size = 1): Crew {
  const knowledge = listKnowledge(registers);
  const members = Array.from({ length: size }, () => new MatchWork(knowledge, settings));
  return {
    size,
    all: (name, givenTo) =>
      Promise.resolve(members.map((work, member) => perform(work, name, givenTo(member)))),
    dismiss: () => Promise.resolve(),
  };
}

/** Two threads, or one per core where there are fewer. */
export function crewOfThreads(registers: Registers, settings: MatchSettings): Crew {
  const given: ThreadData = { registers, settings };
  const size = Math.min(2, availableParallelism());
  const threads = Array.from(
    { length: size },
    () =>
      new Worker(new URL('./match-thread.js', import.meta.url), {
        workerData: given,
        resourceLimits: { maxYoungGenerationSizeMb: 48 },
      }),
  );
  // Between two steps nobody asks: what a thread ends of then is told to whoever asks next.
  const failures: Error[] = [];
  for (const thread of threads) {
    thread.on('error', (error: Error) => failures.push(error));
    thread.on('exit', (code) => failures.push(new Error(`A thread has ended (${code})`)));
  }
  return {
    size,
    all: async (name, givenTo) => {
      const [failed] = failures;
      if (failed) throw failed;
      return Promise.all(
        threads.map((thread, member) =>
          ask<ReturnType<MatchWork[typeof name]>>(thread, name, givenTo(member)),
        ),
      );
    },
    dismiss: async () => {
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}

/** Does a step; the types of name and parameters belong together where a {@link Step} is made. */
export function perform<Own extends Name>(
  work: MatchWork,
  name: Own,
  given: Parameters<MatchWork[Own]>,
): ReturnType<MatchWork[Own]> {
  const step: (...parameters: Parameters<MatchWork[Own]>) => ReturnType<MatchWork[Own]> = work[name].bind(
    work,
  ) as never;
  return step(...given);
}

function ask<Result>(thread: Worker, name: Name, given: readonly unknown[]): Promise<Result> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      thread.off('message', onMessage);
      thread.off('messageerror', onError);
      thread.off('error', onError);
      thread.off('exit', onExit);
      finish();
    };
    const onMessage = (result: Result) => settle(() => resolve(result));
    const onError = (error: Error) => settle(() => reject(error));
    const onExit = (code: number) => settle(() => reject(new Error(`A thread ended (${code}) in «${name}»`)));
    thread.once('message', onMessage);
    thread.once('messageerror', onError);
    thread.once('error', onError);
    thread.once('exit', onExit);
    thread.postMessage({ name, given });
  });
}
