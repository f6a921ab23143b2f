import { Agent } from 'node:http';
import { loadavg } from 'node:os';
import { getCallsOverview } from '@savner/contract/call-board';
import { getCallerStatus, listMyReports } from '@savner/contract/calls';
import type { Config } from '../config/config.js';
import { Dice } from '../platform/dice.js';
import { checkNight, type Verdict } from './check/check-night.js';
import type { Aftermath, BoardHousehold, CallerAfterwards, Night } from './check/night.js';
import { type PlayedCaller, playEvening } from './evening.js';
import { Figures } from './figures.js';
import { Journal } from './journal.js';
import { NightClock, type NightTime } from './night-time.js';
import {
  type Arranged,
  arrangeCampaign,
  type Days,
  daysWith,
  Desk,
  firstDesk,
  gatherPlayers,
  limits,
  openWithoutCard,
  type Player,
  readBoards,
  signInAgain,
  type Surroundings,
} from './preparation.js';
import { printFigures } from './print-figures.js';
import { ServerLife } from './server-life.js';

export interface SimulationOptions {
  readonly config: Config;
  readonly callers: number;
  readonly households: number;
  /** The hour the call hours begin; they end at 21. */
  readonly opens: number;
  readonly seed: number;
  /** How many times as fast as the machine's clock the evening goes. */
  readonly speed: number;
  readonly kills: number;
}

const leastShare = 0.25;

interface Running {
  readonly server: ServerLife;
  readonly around: Surroundings;
  readonly stop: AbortSignal;
}

/** Plays a ring night from an empty database to the last one gone home, and judges it from outside. */
export async function simulate(
  options: SimulationOptions,
  stop: AbortController,
  say: (text: string) => void,
): Promise<Verdict> {
  const server = await ServerLife.prepare(options.config, (error) => stop.abort(error));
  const agent = new Agent({ keepAlive: true });
  const figures = new Figures();
  const running = {
    server,
    around: { origin: server.origin, agent, figures },
    stop: stop.signal,
  };
  try {
    return await playAndJudge(options, running, say);
  } finally {
    agent.destroy();
    await server.close();
  }
}

async function playAndJudge(
  options: SimulationOptions,
  running: Running,
  say: (text: string) => void,
): Promise<Verdict> {
  const { server, around } = running;
  const days = daysWith(options.opens);
  const atOffice = await openAt(running, days.office, 1);
  const desk = await firstDesk(around, server.adminToken, atOffice);
  const dice = new Dice(options.seed);
  const arranged = await arrangeCampaign(desk, options, { days, dice, clock: atOffice });
  say(`${options.households} households have a card in the post, or no address.`);

  const atGathering = await openAt(running, days.gathering, 1);
  await signInAgain(desk.at(atGathering));
  const players = await gatherPlayers(desk.at(atGathering), arranged.invented.callers, around, atGathering);
  const opened = await openWithoutCard(mayorsDesks(players, around, atGathering), arranged.campaignId);
  const places = new Set(players.map(({ municipality }) => municipality));
  const before = await readBoards(desk.at(atGathering), arranged.campaignId, places);
  say(
    `${players.length} callers of ${places.size} teams have joined; ${opened} households are opened without a card.`,
  );

  const journal = new Journal();
  const night = await openAt(running, days.night, options.speed);
  const { time, stop } = night;
  const begun = Date.now();
  const { campaignId } = arranged;
  const evening = {
    ...options,
    days,
    campaignId,
    time,
    stop,
    agent: around.agent,
    figures: around.figures,
    journal,
  };
  const played = await playEvening(server, players, evening);
  const seconds = (Date.now() - begun) / 1000;
  say(`The last one has gone home after ${seconds.toFixed(0)} s.`);

  const after = await lookAfterwards(running, { days, desk, night, played, campaignId, places });
  const { sightings, troubles } = journal;
  const verdict = checkNight({
    rules: rulesOf(arranged, days, { players, before }),
    callers: players,
    before,
    sightings,
    troubles,
    after,
  });
  printFigures({ figures: around.figures, seconds, verdict, load: loadavg() });
  assertLively(around.figures.counted('hand-outs'), options.households);
  return verdict;
}

/** @throws Error when so few were called that nothing was put to the test */
function assertLively(handOuts: number, households: number): void {
  if (handOuts >= households * leastShare) return;
  throw new Error(
    `Only ${handOuts} hand-outs for ${households} households: the machine was too slow for this evening. Give it a lower --speed.`,
  );
}

/** Closes the server where it is open, and opens it at an instant. */
async function openAt({ server, stop }: Running, from: number, speed: number): Promise<NightClock> {
  stop.throwIfAborted();
  await server.close();
  const time: NightTime = { from, begun: Date.now(), speed };
  await server.open(time);
  return new NightClock(time, stop);
}

function mayorsDesks(
  players: readonly Player[],
  { figures }: Surroundings,
  clock: NightClock,
): ReadonlyMap<string, Desk> {
  const mayors = players.filter(({ role }) => role === 'mayor');
  return new Map(mayors.map(({ municipality, line }) => [municipality, new Desk(line, clock, figures)]));
}

function rulesOf(
  { invented }: Arranged,
  days: Days,
  { players, before }: { readonly players: readonly Player[]; readonly before: readonly BoardHousehold[] },
): Night['rules'] {
  const ids = new Map(before.map(({ card }) => [card.title, card.householdId]));
  const callers = new Map(players.map(({ email, id }) => [email, id]));
  const ties = invented.households.flatMap(({ tiedTo, firstNames, lastName }) => {
    const householdId = ids.get(`${firstNames} ${lastName}`);
    const callerId = callers.get(tiedTo?.caller.email ?? '');
    return householdId !== undefined && callerId !== undefined ? [{ householdId, callerId }] : [];
  });
  return {
    opensAt: days.opens,
    closesAt: days.closes,
    latestAt: days.closes,
    ...limits,
    ties,
  };
}

interface Played {
  readonly days: Days;
  readonly desk: Desk;
  readonly night: NightClock;
  readonly played: readonly PlayedCaller[];
  readonly campaignId: string;
  readonly places: ReadonlySet<string>;
}

/** What the server tells when all have gone: at once, and again when it has been killed and every lease has run out. */
async function lookAfterwards(running: Running, given: Played): Promise<Aftermath> {
  const { days, desk, night, played, campaignId, places } = given;
  const signedOut = new Set(played.filter((each) => each.hasSignedOut).map(({ player }) => player.id));
  const atOnce = await readBoards(desk.at(night), campaignId, places);
  const leftInHand = atOnce.filter(({ card }) => card.heldBy !== null && signedOut.has(card.heldBy.userId));
  await running.server.kill('everybody');
  running.around.figures.count('kills survived');
  const late = await openAt(running, days.afterwards, 1);
  const readAt = late.now();
  const boards = await readBoards(desk.at(late), campaignId, places);
  const { municipalities } = await desk.at(late).ask(getCallsOverview, { params: { campaignId } });
  const callers: CallerAfterwards[] = [];
  for (const { player, hand, hasSignedOut } of played) {
    if (hasSignedOut) await hand.at(late).signIn();
    const own = new Desk(player.line, late, running.around.figures);
    const { reports } = await own.ask(listMyReports, { params: { campaignId } });
    const { mine, held } = await own.ask(getCallerStatus, { params: { campaignId } });
    callers.push({ callerId: player.id, reports, ...mine, holds: held?.householdId ?? null });
  }
  return { leftInHand, boards, readAt, counts: municipalities, callers };
}
