import { Injectable } from '@nestjs/common';
import type { NewFacts } from '@savner/contract/rules/call-report';
import { AppError } from '../../platform/errors.js';
import { parsePhone } from '../../platform/phone-numbers.js';
import { UsersService } from '../accounts/index.js';
import { type Household, type HouseholdFact, HouseholdFacts, HouseholdsReader } from '../people/index.js';
import type { HouseholdStop } from './domain/outcome-rules.js';
import {
  type CallHousehold,
  type CallSource,
  type HouseholdMisser,
  HouseholdSource,
  type HouseholdTie,
  type ToldInCall,
} from './household-source.js';

/** The households of the room that knows people. */
@Injectable()
export class PeopleHouseholdSource extends HouseholdSource {
  constructor(
    private readonly reader: HouseholdsReader,
    private readonly facts: HouseholdFacts,
    private readonly users: UsersService,
  ) {
    super();
  }

  override async byIds(householdIds: readonly string[]): Promise<CallHousehold[]> {
    return (await this.reader.byIds(householdIds)).map(toCallHousehold);
  }

  override async missersOf(householdId: string): Promise<HouseholdMisser[]> {
    const missers = (await this.reader.missersOf([householdId])).get(householdId) ?? [];
    return missers.map((misser) => ({
      name: misser.tipperName,
      relation: misser.relation ?? '',
      greeting: misser.greeting ?? '',
    }));
  }

  override async tiesOf(households: readonly CallHousehold[]): Promise<HouseholdTie[]> {
    const tippers = await this.reader.tippersOf(households.map(({ id }) => id));
    return households.flatMap((household) => [
      ...household.persons.map(({ name }) => self(household.id, { name, email: null })),
      ...household.emails.map((email) => self(household.id, { name: null, email })),
      ...(tippers.get(household.id) ?? []).map(({ name, email }) => ({
        householdId: household.id,
        kind: 'own_tip' as const,
        name,
        email,
      })),
    ]);
  }

  override async takeTurn(campaignId: string): Promise<void> {
    await this.facts.takeTurn(campaignId);
  }

  override async tell(
    householdId: string,
    { deadNumber, facts, stop }: ToldInCall,
    source: CallSource,
  ): Promise<void> {
    const dead: HouseholdFact[] = deadNumber === null ? [] : [{ kind: 'phone_dead', phone: deadNumber }];
    await this.#learn(
      householdId,
      [...dead, ...learnt(facts), ...(stop === null ? [] : [stopFact(stop)])],
      source,
    );
  }

  override async takeBack(householdId: string, source: CallSource): Promise<void> {
    await this.#learn(householdId, [{ kind: 'retracted', reportId: source.reportId }], source);
  }

  override async isStoppedBesides(householdId: string, reportId: string): Promise<boolean> {
    return this.facts.isBlockedBesides(householdId, reportId);
  }

  async #learn(
    householdId: string,
    facts: readonly HouseholdFact[],
    { userId, reportId }: CallSource,
  ): Promise<void> {
    if (facts.length === 0) return;
    const [caller] = await this.users.find([userId]);
    const by = caller?.name ?? '';
    await this.facts.learn(householdId, facts, { origin: 'call', byId: userId, by, why: '', reportId });
  }
}

function toCallHousehold(household: Household): CallHousehold {
  return {
    id: household.id,
    campaignId: household.campaignId,
    municipality: household.municipality,
    state: stateOf(household),
    mergedInto: household.mergedInto,
    isShielded: household.blockReason === 'protected',
    title: household.displayName,
    persons: household.namesOnCard.map((name) => ({ name, nickname: null })),
    place: household.place,
    numbers: numbersOf(household, 'ok'),
    deadNumbers: numbersOf(household, 'dead'),
    emails: household.emails,
    hasAddress: household.hasAddress,
    informBy: household.informBy,
  };
}

function numbersOf({ phones }: Household, state: 'ok' | 'dead'): string[] {
  return phones.filter((phone) => phone.state === state).map((phone) => phone.number);
}

/** A household that only lacks an address may still be called by the leader's leave; other doubts are solved first. */
function stateOf(household: Household): CallHousehold['state'] {
  if (household.retiredAt) return 'gone';
  switch (household.stage) {
    case 'blocked':
      return 'suppressed';
    case 'ready_for_card':
      return 'open';
    case 'sorting':
      return lacksAddressOnly(household) ? 'open' : 'sorting';
  }
}

function lacksAddressOnly({ sortingReason }: Household): boolean {
  return (
    sortingReason === 'no_address' ||
    sortingReason === 'incomplete_address' ||
    sortingReason === 'address_returned'
  );
}

function learnt(facts: NewFacts): HouseholdFact[] {
  const phone: HouseholdFact[] =
    facts.phone === undefined ? [] : [{ kind: 'prefer_phone', phone: e164(facts.phone) }];
  const { street = null, postcode = null, place = null } = facts;
  if (street === null && postcode === null && place === null) return phone;
  return [...phone, { kind: 'prefer_address', street, postcode, place, country: null }];
}

/** @throws AppError validation_failed */
function e164(text: string): string {
  const parsed = parsePhone(text);
  if (parsed.ok) return parsed.e164;
  const message = 'Skriv et vanlig norsk eller utenlandsk telefonnummer.';
  throw new AppError('validation_failed', message, [
    { path: 'report.facts.phone', code: `phone.${parsed.problem}`, message },
  ]);
}

function stopFact(stop: HouseholdStop): HouseholdFact {
  switch (stop) {
    case 'wrong_person':
      return { kind: 'wrong_person' };
    case 'no_thanks':
      return { kind: 'blocked', reason: 'suppressed' };
    case 'erase':
    case 'deceased':
    case 'protected':
      return { kind: 'blocked', reason: stop };
  }
}

function self(
  householdId: string,
  known: { readonly name: string | null; readonly email: string | null },
): HouseholdTie {
  return { householdId, kind: 'self', ...known };
}
