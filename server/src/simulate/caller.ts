import type { HeldHousehold } from '@savner/contract/calls';
import { type CallReport, callReport, needsNotice } from '@savner/contract/rules/call-report';
import type { Dice } from '../platform/dice.js';
import { BrokenAnswer } from './asking.js';
import type { Called, Hand } from './hand.js';
import type { Journal } from './journal.js';
import type { NightClock } from './night-time.js';
import type { Days } from './preparation.js';
import { drawReport, drawSkipReason, logNormal } from './report-choice.js';

export interface CallerOptions {
  readonly days: Days;
  readonly hand: Hand;
  readonly dice: Dice;
  readonly clock: NightClock;
  readonly journal: Journal;
  /** The others of the team. */
  readonly colleagues: readonly string[];
  readonly newNumber: () => string;
}

const second = 1_000;
const minute = 60 * second;
const heartbeatEvery = minute;

const fates = [
  ['call', 86],
  ['skip', 5],
  ['put_back', 3],
  ['walk_away', 4],
  ['sign_out', 2],
] as const;
const chances = {
  chooses: 0.35,
  rangBack: 0.04,
  pinsBeforeWalkingAway: 0.6,
  reportsLate: 0.6,
  reportsAfterSigningOut: 0.4,
  slipsOfTheFinger: 0.03,
  forgetsNotice: 0.3,
  reportsTwice: 0.02,
  takesBack: 0.06,
  signsOutAtTheEnd: 0.6,
} as const;

/** One caller's evening: somebody of her own, who does what callers do, and what they should not. */
export class Caller {
  readonly #arrives: number;
  readonly #leaves: number;
  /** Names of those she has called. */
  readonly #tried: string[] = [];
  hasSignedOut = false;

  constructor(private readonly options: CallerOptions) {
    const { days, dice } = options;
    this.#arrives = days.opens + (dice.next() * 20 - 4) * minute;
    this.#leaves = days.closes + (1 + dice.next() * 3) * minute;
  }

  /** Until she has gone home. */
  async play(): Promise<void> {
    const { clock, hand, dice } = this.options;
    await clock.waitUntil(this.#arrives);
    while (clock.now() < this.#leaves) await this.#unlessBroken(() => this.#turn());
    await this.#unlessBroken(async () => {
      if (!dice.chance(chances.signsOutAtTheEnd)) return;
      await hand.signOut();
      this.hasSignedOut = true;
    });
  }

  /** What the server should never answer is written down, and the evening goes on. */
  async #unlessBroken(work: () => Promise<void>): Promise<void> {
    const { clock, hand, journal } = this.options;
    try {
      await work();
    } catch (error) {
      if (!(error instanceof BrokenAnswer)) throw error;
      journal.complain({ callerId: hand.player.id, at: clock.now(), what: error.message });
      await clock.wait(minute);
    }
  }

  async #turn(): Promise<void> {
    const { dice, clock } = this.options;
    const held = await this.#take();
    if (!held) return clock.wait(logNormal(dice, 3 * minute));
    const called = { leaseId: held.leaseId, householdId: held.householdId, number: this.#numberOf(held) };
    switch (dice.weighted(fates)) {
      case 'call':
        return this.#call(held, called);
      case 'skip':
        await clock.wait(20 * second);
        return this.options.hand.skip(called, drawSkipReason(dice));
      case 'put_back':
        await clock.wait(30 * second);
        return this.options.hand.release(called);
      case 'walk_away':
        return this.#walkAway(held, called);
      case 'sign_out':
        return this.#signOut(held, called);
    }
  }

  /** By «Neste», of her own choice where she leads, or because somebody rang back. */
  async #take(): Promise<HeldHousehold | null> {
    const { dice, hand } = this.options;
    const isLeader = hand.player.role === 'mayor';
    if (isLeader && dice.chance(chances.chooses)) {
      const free = await hand.board();
      const chosen = free.length > 0 ? dice.pick(free) : null;
      if (chosen) return hand.choose(chosen.householdId, 'chosen');
    }
    if (this.#tried.length > 0 && dice.chance(chances.rangBack)) {
      const found = await hand.findRingBack(dice.pick(this.#tried));
      const [householdId] = found;
      if (householdId !== undefined) return hand.choose(householdId, 'rang_back');
    }
    const answer = await hand.next();
    return 'leaseId' in answer ? answer : null;
  }

  async #call(held: HeldHousehold, called: Called): Promise<void> {
    const { clock, dice, hand } = this.options;
    await clock.wait(logNormal(dice, 30 * second));
    if (!(await hand.keep(called.leaseId, 'pin'))) return;
    this.#tried.push(held.title);
    const { report, seconds } = this.#draw(held);
    await this.#talk(called.leaseId, seconds * second);
    await this.#fumble(called, report);
    const stored = await hand.report(called, report);
    if (stored && dice.chance(chances.reportsTwice)) await hand.report(called, report);
    if (stored?.canUndo === true && dice.chance(chances.takesBack)) {
      await clock.wait(logNormal(dice, 10 * second));
      await hand.undo(stored.id, called.householdId);
    }
    await clock.wait(logNormal(dice, 20 * second));
  }

  #draw(held: HeldHousehold) {
    const { clock, days, dice, colleagues, newNumber } = this.options;
    return drawReport(dice, {
      now: clock.now(),
      isRingBack: held.because === 'rang_back',
      mustReadNotice: held.mustReadNotice,
      colleagues,
      newNumber,
      agreeable: { tonightUntil: days.closes - 20 * minute, tomorrow: days.opens + 24 * 60 * minute },
    });
  }

  async #talk(leaseId: string, milliseconds: number): Promise<void> {
    const { clock, hand } = this.options;
    const end = clock.now() + milliseconds;
    for (let left = milliseconds; left > heartbeatEvery; left = end - clock.now()) {
      await clock.wait(heartbeatEvery);
      if (!(await hand.keep(leaseId, 'heartbeat'))) break;
    }
    await clock.waitUntil(end);
  }

  /** Reports that have to be refused, before the right one. */
  async #fumble(called: Called, report: CallReport): Promise<void> {
    const { days, dice, hand } = this.options;
    if (report.noticeRead && needsNotice(report) && dice.chance(chances.forgetsNotice))
      await hand.report(called, { ...report, noticeRead: false });
    if (!dice.chance(chances.slipsOfTheFinger)) return;
    const atNight = new Date(days.closes + 6 * 60 * minute).toISOString();
    await hand.report(called, callReport.parse({ attempt: 'callback', callbackAt: atNight }));
  }

  /** The page stays open in a sleeping telephone: no heartbeat, until she remembers. */
  async #walkAway(held: HeldHousehold, called: Called): Promise<void> {
    const { clock, dice, hand } = this.options;
    if (dice.chance(chances.pinsBeforeWalkingAway)) await hand.keep(called.leaseId, 'pin');
    await clock.waitUntil(Math.min(clock.now() + (20 + dice.next() * 70) * minute, this.#leaves));
    await hand.status();
    if (!dice.chance(chances.reportsLate)) return;
    await hand.report(called, this.#draw(held).report);
  }

  async #signOut(held: HeldHousehold, called: Called): Promise<void> {
    const { clock, dice, hand } = this.options;
    await hand.signOut();
    await clock.wait(logNormal(dice, 4 * minute));
    await hand.signIn();
    if (dice.chance(chances.reportsAfterSigningOut)) await hand.report(called, this.#draw(held).report);
  }

  #numberOf({ numbers }: HeldHousehold): string | null {
    return numbers.length > 0 ? this.options.dice.pick(numbers).number : null;
  }
}
