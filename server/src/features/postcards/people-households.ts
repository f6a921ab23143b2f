import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Events } from '../../platform/events.js';
import { type Household, HouseholdFacts, householdsChanged, HouseholdsReader } from '../people/index.js';
import { BatchesService } from './batches.service.js';
import type { Candidate } from './domain/batch-plan.js';
import { type CardAddress, CardHouseholds } from './households.js';

/** More than any campaign has. */
const allOfThem = { page: 1, pageSize: 1_000_000 };

/** Asks the room of people for what this room must know of households. */
@Injectable()
export class PeopleHouseholds extends CardHouseholds {
  constructor(
    private readonly reader: HouseholdsReader,
    private readonly facts: HouseholdFacts,
  ) {
    super();
  }

  override async candidates(campaignId: string, cardedIds: readonly string[]): Promise<readonly Candidate[]> {
    const { households } = await this.reader.page({ campaignId, ...allOfThem });
    const successors = await this.#successors(cardedIds);
    const formerIds = new Map<string, string[]>();
    for (const [former, { id }] of successors) formerIds.set(id, [...(formerIds.get(id) ?? []), former]);
    return households.map((household) => toCandidate(household, formerIds.get(household.id) ?? []));
  }

  override async stoppedAmong(householdIds: readonly string[]): Promise<ReadonlySet<string>> {
    const successors = await this.#successors(householdIds);
    return new Set(householdIds.filter((id) => isStopped(successors.get(id))));
  }

  override async erasedAmong(householdIds: readonly string[]): Promise<ReadonlySet<string>> {
    const known = new Set((await this.reader.byIds(householdIds)).map(({ id }) => id));
    return new Set(householdIds.filter((id) => !known.has(id)));
  }

  /** Those that were merged into one that is found had cards of their own. */
  override async search(campaignId: string, text: string): Promise<string[]> {
    const { households } = await this.reader.page({ campaignId, search: text, page: 1, pageSize: 50 });
    return this.reader.withFormer(households.map(({ id }) => id));
  }

  override async addressFailed(householdId: string, address: CardAddress, actor: Actor): Promise<void> {
    await this.facts.learn(householdId, [{ kind: 'address_dead', ...address }], byHand(actor));
  }

  override async addressWorks(householdId: string, address: CardAddress, actor: Actor): Promise<void> {
    await this.facts.learn(householdId, [{ kind: 'address_ok', ...address }], byHand(actor));
  }

  override async stop(householdId: string): Promise<void> {
    const household = (await this.#successors([householdId])).get(householdId);
    if (isStopped(household)) return;
    await this.facts.block(householdId, 'suppressed', {
      origin: 'card',
      byId: householdId,
      by: 'Den savnede selv, fra kortet',
      why: '',
    });
  }

  /** The households as they live now, by the ids they had: one that was merged away has become another. */
  async #successors(householdIds: readonly string[]): Promise<ReadonlyMap<string, Household>> {
    const found = new Map(
      (await this.reader.byIds(householdIds)).map((household) => [household.id, household]),
    );
    const mergedInto = [...found.values()].flatMap(({ mergedInto: into }) => (into === null ? [] : [into]));
    const unknown = mergedInto.filter((id) => !found.has(id));
    for (const household of unknown.length > 0 ? await this.reader.byIds(unknown) : []) {
      found.set(household.id, household);
    }
    return new Map(
      householdIds.flatMap((id): [string, Household][] => {
        const household = found.get(id);
        const living = household?.mergedInto ? found.get(household.mergedInto) : household;
        return living ? [[id, living]] : [];
      }),
    );
  }
}

/** Takes households out of batches that are not posted yet as soon as people's room stops or forgets them. */
@Injectable()
export class StoppedHouseholds implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly households: CardHouseholds,
    private readonly batches: BatchesService,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(householdsChanged, async ({ householdIds }) => {
      const { all, open } = await this.batches.cardedAmong(householdIds);
      if (all.length === 0) return;
      const erased = await this.households.erasedAmong(all);
      if (erased.size > 0) await this.batches.eraseHouseholds([...erased]);
      const rest = open.filter((id) => !erased.has(id));
      for (const id of await this.households.stoppedAmong(rest)) await this.batches.takeOut(id);
    });
  }
}

function byHand({ userId, name }: Actor) {
  return { origin: 'coordinator', byId: userId, by: name, why: '' } as const;
}

function isStopped(household: Household | undefined): boolean {
  return household === undefined || household.blockReason !== null;
}

function toCandidate(household: Household, formerIds: readonly string[]): Candidate {
  const { id, municipality, displayName, namesOnCard, street, postcode, place, country, informBy } =
    household;
  return {
    householdId: id,
    formerIds: formerIds.filter((former) => former !== id),
    municipality,
    displayName,
    names: namesOnCard,
    street,
    postcode,
    place,
    country,
    informBy,
    obstacle: obstacleOf(household),
  };
}

function obstacleOf({ stage, sortingReason }: Household): Candidate['obstacle'] {
  switch (stage) {
    case 'ready_for_card':
      return null;
    case 'blocked':
      return 'blocked';
    case 'sorting':
      return sortingReason === 'no_contact' ? 'no_address' : (sortingReason ?? 'incomplete_address');
  }
}
