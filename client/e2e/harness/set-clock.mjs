/**
 * Loaded before one of the built programs (`node --import`), for journeys that last for weeks: the program itself is
 * the one that is shipped, and only its clock is ours. It begins at CLOCK_SHIFT milliseconds from the machine's time
 * and answers every later shift that comes over the channel to the journey.
 */
import { ShiftedClock, SystemClock } from '../../../server/dist/platform/clock.js';

const clock = new ShiftedClock();
shift(Number(process.env.CLOCK_SHIFT));
SystemClock.prototype.now = () => clock.now();

process.on('message', (milliseconds) => {
  shift(milliseconds);
  process.send(milliseconds);
});
// Listening alone must not keep a program alive that has been asked to stop.
process.channel?.unref();

/** A distance and not an instant, so that server and worker show exactly the same time. */
function shift(milliseconds) {
  clock.set(new Date(Date.now() + milliseconds));
}
