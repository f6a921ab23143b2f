import type { INestApplicationContext } from '@nestjs/common';
import type { Campaign } from '@savner/contract/campaigns';
import type { HouseholdChange } from '@savner/contract/people';
import { BoardService, LeadingService } from '../features/calls/index.js';
import { HouseholdsService } from '../features/people/index.js';
import type { Actor } from '../platform/actor.js';

/** Invented addresses the coordinator «found out» for households whose tippers knew none. */
const foundAddresses = [
  { name: 'Mïhkel Dunfjell', street: 'Prøvevegen 7', postcode: '2315', place: 'Hamar' },
  { name: 'Martine Tröan', street: 'Prøvebakken 12', postcode: '7088', place: 'Heimdal' },
  { name: 'Laara Kapfjell', street: 'Prøvegata 30 B', postcode: '0553', place: 'Oslo' },
];

/** Fills in what the coordinator has found out by hand. Answers how many households got an address. */
export async function fillInAddresses(
  app: INestApplicationContext,
  { id: campaignId }: Campaign,
  coordinator: Actor,
): Promise<number> {
  const households = app.get(HouseholdsService);
  let filled = 0;
  for (const { name, street, postcode, place } of foundAddresses) {
    const { households: found } = await households.list(coordinator, {
      campaignId,
      search: name,
      sortingReason: 'no_address',
      order: 'name',
      page: 1,
      pageSize: 1,
    });
    const household = found[0];
    if (!household) continue;
    const change: HouseholdChange = { kind: 'prefer_address', street, postcode, place, country: null };
    const where = { campaignId, householdId: household.id };
    await households.change(coordinator, where, { version: household.version, changes: [change] });
    filled += 1;
  }
  return filled;
}

/**
 * Lets the mayors open every other household that no card could reach, to be told about the campaign on the telephone.
 * Answers how many they opened.
 */
export async function openWithoutCard(
  app: INestApplicationContext,
  { id: campaignId, municipalities }: Campaign,
  people: Iterable<Actor>,
): Promise<number> {
  const mayors = [...people].filter(({ roles }) => roles.includes('mayor'));
  let opened = 0;
  for (const { number } of municipalities) {
    const mayor = mayors.find(({ municipality }) => municipality === number);
    if (!mayor) continue;
    const { households } = await app.get(BoardService).board(mayor, campaignId, number);
    const closed = households.filter(({ can }) => can.includes('open_by_hand'));
    for (const { householdId } of closed.filter((_, index) => index % 2 === 0)) {
      await app
        .get(LeadingService)
        .openByHand(mayor, { campaignId, householdId }, 'Vi fant ingen adresse, men har nummeret.');
      opened += 1;
    }
  }
  return opened;
}
