import { SystemClock } from '../platform/clock.js';
import { instantAt, timeOfAddress } from './night-time.js';

/**
 * Loaded before one of the built programs (`node --import`), which is otherwise the one that is shipped: its clock shows
 * the time that this module's own address tells.
 */
const time = timeOfAddress(new URL(import.meta.url));
SystemClock.prototype.now = () => new Date(instantAt(time, Date.now()));

// Nobody is left to stop it when the simulation has been killed.
process.once('disconnect', () => process.exit(1));
// Listening alone must not keep a program alive that has been asked to stop.
process.channel?.unref();
