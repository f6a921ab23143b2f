import { signIn, signOut } from '@savner/contract/accounts';
import { type BoardCard, getBoard } from '@savner/contract/call-board';
import {
  type CallerStatus,
  chooseHousehold,
  claimNext,
  type EmptyQueue,
  findRingBack,
  getCallerStatus,
  heartbeat,
  type HeldHousehold,
  pinLease,
  releaseLease,
  sendReport,
  skipHousehold,
  undoReport,
} from '@savner/contract/calls';
import type { Endpoint, RequestOf } from '@savner/contract/endpoint';
import type { CallReport, SkipReason } from '@savner/contract/rules/call-report';
import type { Dice } from '../platform/dice.js';
import { newId } from '../platform/ids.js';
import { Asking, type AskingOptions, BrokenAnswer, type Reply } from './asking.js';
import type { Figures } from './figures.js';
import type { HandedOut, Journal, ReportAnswer } from './journal.js';
import type { NightClock } from './night-time.js';
import { password, type Player } from './preparation.js';

export interface HandOptions {
  readonly campaignId: string;
  readonly clock: NightClock;
  readonly journal: Journal;
  readonly figures: Figures;
  /** What goes wrong on the line. */
  readonly dice: Dice;
}

/** What was called, and under which lease: all that is needed to report, also when it is long gone. */
export interface Called {
  readonly leaseId: string;
  readonly householdId: string;
  readonly number: string | null;
}

interface Sending {
  /** `twice`: a double click, both at the same time. */
  readonly clicks: 'once' | 'twice';
}

const doubleClicks = 0.08;

/** What one caller's app does over the line. Everything it sees is written into the journal. */
export class Hand {
  readonly #asking: Asking;
  readonly #seen = new Set<string>();
  #takenBack: { readonly householdId: string; readonly asked: number } | null = null;

  constructor(
    readonly player: Player,
    private readonly options: HandOptions,
  ) {
    this.#asking = new Asking(player.line, options.clock, options.figures);
  }

  /** The same caller in another time. */
  at(clock: NightClock): Hand {
    return new Hand(this.player, { ...this.options, clock });
  }

  /** «Neste» */
  async next(): Promise<HeldHousehold | EmptyQueue> {
    const replies = await this.#send(claimNext, { params: this.#params }, this.#clicks(), 'next');
    const asked = Math.min(...replies.map((reply) => reply.asked));
    const answers = replies.map((reply) => {
      if (!reply.ok) throw new BrokenAnswer(`«Neste» was refused: ${reply.code}`);
      const { value, answered } = reply;
      if (value.kind === 'held') this.#see(value.household, 'next', { asked, answered });
      return value.kind === 'held' ? value.household : value.queue;
    });
    const [first] = answers;
    if (!first) throw new BrokenAnswer('«Neste» got no answer');
    return answers.find((answer) => 'leaseId' in answer) ?? first;
  }

  /** «Velg selv», or somebody rings back. Null when it is refused. */
  async choose(householdId: string, because: 'chosen' | 'rang_back'): Promise<HeldHousehold | null> {
    const request = { params: { ...this.#params, householdId }, body: { because } };
    const [reply] = await this.#send(chooseHousehold, request);
    if (!reply?.ok) {
      this.options.figures.count(`refused: choose ${reply?.code}`);
      return null;
    }
    this.#see(reply.value, because, reply);
    return reply.value;
  }

  /** Households of the board that may be chosen now. */
  async board(): Promise<BoardCard[]> {
    const params = { ...this.#params, municipality: this.player.municipality };
    const [reply] = await this.#send(getBoard, { params });
    return reply?.ok ? reply.value.households.filter(({ can }) => can.includes('choose')) : [];
  }

  /** Households of that name the team has tried. */
  async findRingBack(search: string): Promise<string[]> {
    const [reply] = await this.#send(findRingBack, { params: this.#params, query: { search } });
    return reply?.ok ? reply.value.households.map(({ householdId }) => householdId) : [];
  }

  async status(): Promise<CallerStatus | null> {
    const [reply] = await this.#send(getCallerStatus, { params: this.#params });
    if (!reply?.ok) return null;
    const { held } = reply.value;
    if (held) this.#see(held, 'next', reply);
    return reply.value;
  }

  /** Whether the household is still in the hand. */
  async keep(leaseId: string, how: 'heartbeat' | 'pin'): Promise<boolean> {
    const endpoint = how === 'pin' ? pinLease : heartbeat;
    const [reply] = await this.#send(endpoint, { params: { ...this.#params, leaseId } });
    if (!reply) return false;
    const { asked, answered } = reply;
    const seen = { callerId: this.player.id, leaseId, asked, answered };
    if (!reply.ok) {
      this.options.journal.write({ kind: 'refused', ...seen });
      this.options.figures.count(`refused: ${how} ${reply.code}`);
      return false;
    }
    this.options.journal.write({ kind: 'renewed', ...seen, expiresAt: Date.parse(reply.value.expiresAt) });
    return true;
  }

  async release({ leaseId }: Called): Promise<void> {
    const [reply] = await this.#send(releaseLease, { params: { ...this.#params, leaseId } });
    if (!reply) return;
    const { asked, answered } = reply;
    this.options.journal.write({ kind: 'released', callerId: this.player.id, leaseId, asked, answered });
  }

  async skip({ leaseId, householdId }: Called, reason: SkipReason): Promise<void> {
    const request = { params: { ...this.#params, leaseId }, body: { reason } };
    const [reply] = await this.#send(skipHousehold, request);
    if (!reply) return;
    const { asked, answered, tries } = reply;
    const seen = { callerId: this.player.id, leaseId, asked, answered };
    if (reply.ok) this.options.journal.write({ kind: 'skipped', ...seen, householdId, outcome: 'done' });
    else if (tries > 1)
      this.options.journal.write({ kind: 'skipped', ...seen, householdId, outcome: 'unknown' });
    else this.options.journal.write({ kind: 'refused', ...seen });
  }

  /** The report's id and whether it may be taken back; null when it was refused. */
  async report(called: Called, report: CallReport): Promise<{ id: string; canUndo: boolean } | null> {
    const key = newId();
    const { leaseId, householdId, number } = called;
    const request = { params: this.#params, body: { key, leaseId, number, report } };
    const replies = await this.#send(sendReport, request, this.#clicks(), 'report');
    const [first] = replies;
    if (!first) return null;
    this.options.journal.write({
      kind: 'reported',
      callerId: this.player.id,
      asked: Math.min(...replies.map(({ asked }) => asked)),
      answered: Math.max(...replies.map(({ answered }) => answered)),
      key,
      leaseId,
      householdId,
      number,
      report,
      answers: replies.map(answerOf),
      wasRepeated: replies.length > 1 || first.tries > 1,
    });
    if (!first.ok) {
      this.options.figures.count(`refused: report ${first.code}`);
      return null;
    }
    this.options.figures.count(`report: ${codeOf(report)}`);
    if (first.value.isLate) this.options.figures.count('late reports');
    return { id: first.value.reportId, canUndo: first.value.canUndo };
  }

  async undo(reportId: string, householdId: string): Promise<void> {
    const [reply] = await this.#send(undoReport, { params: { ...this.#params, reportId } });
    if (!reply) return;
    const { asked, answered, tries } = reply;
    const outcome = reply.ok ? 'done' : tries > 1 ? 'unknown' : 'refused';
    const seen = { callerId: this.player.id, asked, answered };
    this.options.journal.write({ kind: 'undone', ...seen, reportId, householdId, outcome });
    this.options.figures.count(`undo: ${outcome}`);
    if (outcome !== 'refused') this.#takenBack = { householdId, asked };
  }

  async signOut(): Promise<void> {
    const reply = await this.#asking.ask(signOut, {}, { breaks: this.options.dice });
    const { asked, answered } = reply;
    this.options.journal.write({ kind: 'signed_out', callerId: this.player.id, asked, answered });
  }

  async signIn(): Promise<void> {
    const { email } = this.player;
    const reply = await this.#asking.ask(signIn, { body: { email, password } });
    if (!reply.ok) throw new BrokenAnswer(`signing in was refused: ${reply.code}`);
  }

  get #params() {
    return { campaignId: this.options.campaignId };
  }

  #clicks(): Sending {
    return { clicks: this.options.dice.chance(doubleClicks) ? 'twice' : 'once' };
  }

  async #send<E extends Endpoint>(
    endpoint: E,
    request: RequestOf<E>,
    { clicks }: Sending = { clicks: 'once' },
    timedAs?: string,
  ): Promise<Reply<E>[]> {
    const { dice, figures } = this.options;
    const options: AskingOptions = { breaks: dice, ...(timedAs === undefined ? {} : { timedAs }) };
    if (clicks === 'once') return [await this.#asking.ask(endpoint, request, options)];
    figures.count('double clicks');
    return Promise.all([
      this.#asking.ask(endpoint, request, options),
      this.#asking.ask(endpoint, request, options),
    ]);
  }

  #see(
    held: HeldHousehold,
    way: HandedOut['way'],
    { asked, answered }: { readonly asked: number; readonly answered: number },
  ): void {
    const { leaseId, householdId, because, numbers } = held;
    const expiresAt = Date.parse(held.expiresAt);
    const seen = { callerId: this.player.id, leaseId, asked, answered, expiresAt };
    if (this.#seen.has(leaseId)) {
      this.options.journal.write({ kind: 'renewed', ...seen });
      return;
    }
    this.#seen.add(leaseId);
    const back = this.#takenBack?.householdId === householdId ? this.#takenBack : null;
    this.#takenBack = null;
    const isBack = back !== null && because === 'chosen';
    this.options.figures.count('hand-outs');
    this.options.figures.count(`handed out: ${isBack ? 'undo' : because}`);
    this.options.journal.write({
      kind: 'handed_out',
      ...seen,
      asked: isBack ? back.asked : asked,
      householdId,
      way: isBack ? 'undo' : way,
      because,
      numbers: numbers.map(({ number }) => number),
    });
  }
}

function answerOf(reply: Reply<typeof sendReport>): ReportAnswer {
  if (!reply.ok) return { kind: 'refused', code: reply.code };
  const { reportId, isLate, leadsTo, at } = reply.value;
  return { kind: 'stored', reportId, isLate, leadsTo, at: at === null ? null : Date.parse(at) };
}

function codeOf(report: CallReport): string {
  return report.attempt === 'talked' ? `talked, ${report.outcome.result}` : report.attempt;
}
