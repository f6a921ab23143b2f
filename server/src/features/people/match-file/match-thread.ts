import { parentPort, workerData } from 'node:worker_threads';
import { listKnowledge } from './list-knowledge.js';
import { perform, type Step, type ThreadData } from './match-crew.js';
import { MatchWork } from './match-work.js';

/** One thread of the crew: does each step it is told to, and tells the result. */
const { registers, settings } = workerData as ThreadData;
const work = new MatchWork(listKnowledge(registers), settings);

parentPort?.on('message', ({ name, given }: Step) => {
  parentPort?.postMessage(perform(work, name, given));
});
