import { parentPort, workerData } from 'node:worker_threads';
import { loadKnowledge } from '../knowledge.loader.js';
import { perform, type Step } from './match-crew.js';
import { MatchWork, type MatchSettings } from './match-work.js';

/** One thread of the crew: does each step it is told to, and tells the result. */
const work = new MatchWork(loadKnowledge(), workerData as MatchSettings);

parentPort?.on('message', ({ name, given }: Step) => {
  parentPort?.postMessage(perform(work, name, given));
});
