import { createHash } from 'node:crypto';
import type { Agent } from 'node:http';
import { inviteUser, signIn, useLink } from '@savner/contract/accounts';
import { getBoard, openByHand } from '@savner/contract/call-board';
import {
  campaignSettings,
  changeCampaign,
  createCampaign,
  listMunicipalities,
} from '@savner/contract/campaigns';
import type { Endpoint, RequestOf, ResponseOf } from '@savner/contract/endpoint';
import { createBatch, markPosted, previewBatch, readBatch } from '@savner/contract/postcards';
import { importTips, previewTipImport } from '@savner/contract/tips';
import type { Dice } from '../platform/dice.js';
import { Asking } from './asking.js';
import type { BoardHousehold } from './check/night.js';
import type { Figures } from './figures.js';
import { type InventedCaller, type InventedNight, inventNight, tipList } from './invented-night.js';
import { Line } from './line.js';
import type { NightClock } from './night-time.js';

export const password = 'en lang setning om fjell og vidde';

/** The days of a campaign until its ring night, a Tuesday in winter. */
export interface Days {
  readonly office: number;
  /** Local date. */
  readonly posted: string;
  readonly gathering: number;
  /** The first callers are there a little early. */
  readonly night: number;
  readonly opens: number;
  readonly closes: number;
  /** Every lease has run out, and it is still the same day. */
  readonly afterwards: number;
}

const closingHour = 21;

/** @param openingHour when the call hours begin; they end at 21 */
export function daysWith(openingHour: number): Days {
  const opens = Date.parse(`2026-02-10T${openingHour}:00:00+01:00`);
  return {
    office: Date.parse('2026-02-02T09:00:00+01:00'),
    posted: '2026-02-02',
    gathering: Date.parse('2026-02-10T15:00:00+01:00'),
    night: opens - 5 * 60_000,
    opens,
    closes: Date.parse(`2026-02-10T${closingHour}:00:00+01:00`),
    afterwards: Date.parse('2026-02-10T23:30:00+01:00'),
  };
}

/** An evening of four hours is long enough for a household to reach the limit of attempts. */
export const limits = { maxAttempts: 2, retrySameEvening: true } as const;

const cards = { template: 'fjell-a6', language: 'nb' } as const;
const pollMs = 200;
const pollsAtRest = 50;
/** Matching may ask about a few. */
const leastReady = 0.9;

/** Who plays along: one browser, one person. */
export interface Player extends InventedCaller {
  readonly id: string;
  readonly line: Line;
}

export interface Surroundings {
  readonly origin: string;
  readonly agent: Agent;
  readonly figures: Figures;
}

/** Somebody at a desk whose line holds; every refusal is a fault of the simulation. */
export class Desk {
  constructor(
    private readonly line: Line,
    private readonly clock: NightClock,
    private readonly figures: Figures,
  ) {}

  /** The same person in another time. */
  at(clock: NightClock): Desk {
    return new Desk(this.line, clock, this.figures);
  }

  /** @throws Error when it is refused */
  async ask<E extends Endpoint>(endpoint: E, request: RequestOf<E>): Promise<ResponseOf<E>> {
    const reply = await new Asking(this.line, this.clock, this.figures).ask(endpoint, request);
    if (reply.ok) return reply.value;
    throw new Error(`${endpoint.method} ${endpoint.path} was refused: ${reply.code}`);
  }
}

export interface Arranged {
  readonly campaignId: string;
  readonly invented: InventedNight;
}

/** The first administrator comes in by the link that the start printed, and is coordinator too. */
export async function firstDesk(around: Surroundings, token: string, clock: NightClock): Promise<Desk> {
  const desk = new Desk(new Line(around.origin, '10.255.0.1', around.agent), clock, around.figures);
  const [name, email] = ['Kaia Prøvestad', office];
  await desk.ask(useLink, { body: { token, name, email, password } });
  return desk;
}

const office = 'koordinator@example.no';

/** The office comes back another day. */
export async function signInAgain(desk: Desk): Promise<void> {
  await desk.ask(signIn, { body: { email: office, password } });
}

/** From nothing to cards in the post. */
export async function arrangeCampaign(
  desk: Desk,
  sizes: { readonly callers: number; readonly households: number; readonly opens: number },
  { days, dice, clock }: { readonly days: Days; readonly dice: Dice; readonly clock: NightClock },
): Promise<Arranged> {
  const { municipalities } = await desk.ask(listMunicipalities, {});
  const invented = inventNight(
    sizes,
    municipalities.map(({ number }) => number),
    dice,
  );
  const places = [...new Set(invented.callers.map(({ municipality }) => municipality))];
  const draft = await desk.ask(createCampaign, {
    body: {
      name: 'Savner du noen 2026',
      region: 'Fjellregionen',
      startsOn: '2026-01-12',
      endsOn: '2026-06-30',
      municipalities: places.map((number) => ({ number, callingFrom: '62 00 00 00' })),
      settings: campaignSettings.parse({ ...limits, weekdayCallHours: [sizes.opens, closingHour] }),
      contact: { name: 'Kampanjekontoret', email: 'kampanje@example.no', phone: '62 00 00 00' },
    },
  });
  const params = { campaignId: draft.id };
  await desk.ask(changeCampaign, { params, body: { version: draft.version, state: 'open' } });
  await importList(desk, params, tipList(invented.households));
  const wanted = invented.households.filter(({ hasAddress }) => hasAddress).length;
  await postCards(desk, params, { wanted, postedOn: days.posted, clock });
  return { campaignId: draft.id, invented };
}

interface InCampaign {
  readonly campaignId: string;
}

async function importList(desk: Desk, params: InCampaign, list: Uint8Array): Promise<void> {
  const fileName = 'tips.csv';
  const { counts } = await desk.ask(previewTipImport, { params, query: { fileName }, body: list });
  if (counts.bad > 0) throw new Error(`${counts.bad} rows of the invented list are refused`);
  const sha256 = createHash('sha256').update(list).digest('hex');
  await desk.ask(importTips, { params, query: { fileName, sha256 }, body: list });
}

/** Once matching has made the households there should be, or nearly so, prints a card for each and takes them to the post. */
async function postCards(
  desk: Desk,
  params: InCampaign,
  given: { readonly wanted: number; readonly postedOn: string; readonly clock: NightClock },
): Promise<void> {
  const { wanted, postedOn, clock } = given;
  await untilReady(desk, params, { wanted, clock });
  const batch = await desk.ask(createBatch, { params, body: cards });
  const inBatch = { ...params, batchId: batch.id };
  for (let { state } = batch; state !== 'ready';) {
    if (state === 'failed') throw new Error('the cards could not be printed');
    await clock.waitReal(pollMs);
    ({ state } = await desk.ask(readBatch, { params: inBatch }));
  }
  await desk.ask(markPosted, { params: inBatch, body: { postedOn } });
}

/** @throws Error when matching has come to rest, and too many households are left with questions */
async function untilReady(
  desk: Desk,
  params: InCampaign,
  { wanted, clock }: { readonly wanted: number; readonly clock: NightClock },
): Promise<void> {
  for (let [ready, still] = [0, 0]; ready < wanted;) {
    await clock.waitReal(pollMs);
    const seen = await desk.ask(previewBatch, { params, body: cards });
    still = seen.ready === ready && ready > 0 ? still + 1 : 0;
    ready = seen.ready;
    if (still < pollsAtRest) continue;
    if (ready >= wanted * leastReady) return;
    throw new Error(`Only ${ready} of ${wanted} households got a card: ${JSON.stringify(seen.reasons)}`);
  }
}

/** Callers are invited and join, each from a network of their own; a few at a time, since passwords take a while. */
export async function gatherPlayers(
  desk: Desk,
  callers: readonly InventedCaller[],
  around: Surroundings,
  clock: NightClock,
): Promise<Player[]> {
  const players: Player[] = [];
  const waiting = [...callers.entries()];
  const joinInTurn = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, caller] = next;
      players[index] = await join(desk, { index, caller }, around, clock);
    }
  };
  await Promise.all([joinInTurn(), joinInTurn(), joinInTurn(), joinInTurn()]);
  return players;
}

async function join(
  desk: Desk,
  { index, caller }: { readonly index: number; readonly caller: InventedCaller },
  { origin, agent, figures }: Surroundings,
  clock: NightClock,
): Promise<Player> {
  const { name, email, role, municipality } = caller;
  const { userId, url } = await desk.ask(inviteUser, { body: { name, email, roles: [role], municipality } });
  const line = new Line(origin, `10.${index >> 8}.${index & 255}.7`, agent);
  const token = url.split('#')[1] ?? '';
  await new Desk(line, clock, figures).ask(useLink, { body: { token, name, email, password } });
  return { ...caller, id: userId, line };
}

/** The mayors open for calling whom no card could reach. */
export async function openWithoutCard(desks: ReadonlyMap<string, Desk>, campaignId: string): Promise<number> {
  let opened = 0;
  for (const [municipality, desk] of desks) {
    const { households } = await desk.ask(getBoard, { params: { campaignId, municipality } });
    for (const { householdId } of households.filter(({ can }) => can.includes('open_by_hand'))) {
      const body = { reason: 'Vi fant ingen adresse, men har nummeret.' };
      await desk.ask(openByHand, { params: { campaignId, householdId }, body });
      opened += 1;
    }
  }
  return opened;
}

/** The boards of all teams, as the office sees them. */
export async function readBoards(
  desk: Desk,
  campaignId: string,
  municipalities: Iterable<string>,
): Promise<BoardHousehold[]> {
  const boards: BoardHousehold[] = [];
  for (const municipality of municipalities) {
    const { households } = await desk.ask(getBoard, { params: { campaignId, municipality } });
    boards.push(...households.map((card) => ({ municipality, card })));
  }
  return boards;
}
