import type { Agent } from 'node:http';
import { Dice } from '../platform/dice.js';
import { Caller } from './caller.js';
import type { Figures } from './figures.js';
import { Hand } from './hand.js';
import { phone } from './invented-night.js';
import type { Journal } from './journal.js';
import { NightClock, type NightTime } from './night-time.js';
import type { Days, Player } from './preparation.js';
import type { ServerLife } from './server-life.js';

export interface EveningOptions {
  readonly days: Days;
  readonly campaignId: string;
  readonly seed: number;
  readonly kills: number;
  readonly time: NightTime;
  readonly stop: AbortSignal;
  readonly agent: Agent;
  readonly figures: Figures;
  readonly journal: Journal;
}

export interface PlayedCaller {
  readonly player: Player;
  readonly hand: Hand;
  readonly hasSignedOut: boolean;
}

/** Where numbers that callers learn begin; those of the households end long before. */
const newNumbersFrom = 4_000_000;
const longestDownMs = 400;

/** All callers at once, from before the call hours open until the last one has gone home, while the server is killed now and then. */
export async function playEvening(
  server: ServerLife,
  players: readonly Player[],
  options: EveningOptions,
): Promise<PlayedCaller[]> {
  const clock = new NightClock(options.time, options.stop);
  let learnt = newNumbersFrom;
  const newNumber = () => phone((learnt += 1));
  const played = players.map((player, index) => {
    const dice = new Dice(options.seed * 100_003 + index);
    const hand = new Hand(player, { ...options, clock, dice: new Dice(options.seed * 100_019 + index) });
    const colleagues = players
      .filter((other) => other.municipality === player.municipality && other.id !== player.id)
      .map(({ id }) => id);
    const { days, journal } = options;
    return { player, hand, caller: new Caller({ days, hand, dice, clock, journal, colleagues, newNumber }) };
  });
  const evening = Promise.all(played.map(({ caller }) => caller.play()));
  await Promise.all([evening, killNowAndThen(server, clock, options)]);
  return played.map(({ player, hand, caller }) => ({ player, hand, hasSignedOut: caller.hasSignedOut }));
}

/** Spread over the evening, the worker along with the server every other time. */
async function killNowAndThen(server: ServerLife, clock: NightClock, options: EveningOptions): Promise<void> {
  const dice = new Dice(options.seed + 1);
  const { days } = options;
  const part = (days.closes - days.opens) / (options.kills + 1);
  for (let kill = 1; kill <= options.kills; kill += 1) {
    await clock.waitUntil(days.opens + (kill - 0.3 + dice.next() * 0.6) * part);
    await server.kill(kill % 2 === 0 ? 'everybody' : 'server');
    await clock.waitReal(dice.next() * longestDownMs);
    await server.revive(options.time);
    options.figures.count('kills survived');
  }
}
