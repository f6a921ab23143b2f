import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { municipalityToCall } from './call-rooms.js';
import { CasesRepository } from './cases.repository.js';
import { type CallHousehold, HouseholdSource } from './household-source.js';

const shownAtMost = 20;

/** Someone rings back: found by name or number among the households the team has tried, and only those. */
@Injectable()
export class RingBackService {
  constructor(
    private readonly cases: CasesRepository,
    private readonly households: HouseholdSource,
  ) {}

  /** @throws AppError forbidden for those who do not call */
  async find(actor: Actor, campaignId: string, search: string) {
    const cases = await this.cases.ofMunicipality(campaignId, municipalityToCall(actor));
    const tried = new Map(
      cases.flatMap((each) =>
        each.lastTriedAt && each.standing !== 'suppressed'
          ? [[each.householdId, each.lastTriedAt] as const]
          : [],
      ),
    );
    const households = await this.households.byIds([...tried.keys()]);
    return households
      .filter((household) => matches(household, search))
      .slice(0, shownAtMost)
      .map(({ id: householdId, title, place }) => ({
        householdId,
        title,
        place,
        lastTriedAt: (tried.get(householdId) ?? new Date(0)).toISOString(),
      }));
  }
}

/** As many as a Norwegian number has: by fewer, a number could be guessed a digit at a time. */
const wholeNumber = 8;

/** Every word of the search in the names, or the whole of a number. */
function matches(household: CallHousehold, search: string): boolean {
  const digits = search.replace(/\D/g, '');
  if (digits.length >= wholeNumber)
    return household.numbers.some((number) => number.endsWith(digits.slice(-wholeNumber)));
  const names = folded([household.title, ...household.persons.map((person) => person.name)].join(' '));
  return folded(search)
    .split(/\s+/)
    .every((word) => names.includes(word));
}

/** People look for Å under aa and for ø under o. */
function folded(text: string): string {
  return text.toLowerCase().normalize('NFC').replace(/å/g, 'aa').replace(/[øö]/g, 'o').replace(/[æä]/g, 'ae');
}
