import { parentPort, workerData } from 'node:worker_threads';
import 'reflect-metadata';
import { fill, type FillOrder } from './filling.js';

/** Fills a campaign as it is told, and tells what came of it. */
parentPort?.postMessage(await fill(workerData as FillOrder));
