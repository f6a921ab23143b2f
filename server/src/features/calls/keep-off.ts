import { Injectable } from '@nestjs/common';
import { CallRooms } from './call-rooms.js';
import type { KeepOff } from './domain/division.js';
import { TiesRepository } from './ties.repository.js';

interface KnownPerson {
  readonly userId: string;
  readonly name: string;
  readonly email: string | null;
}

interface TiedCase {
  readonly id: string;
  readonly householdId: string;
}

/** Who must not be offered which household: tippers and relatives their own, callers what they skipped. */
@Injectable()
export class KeepOffs {
  constructor(
    private readonly rooms: CallRooms,
    private readonly ties: TiesRepository,
  ) {}

  async among(people: readonly KnownPerson[], cases: readonly TiedCase[]): Promise<KeepOff[]> {
    const householdOf = new Map(cases.map((each) => [each.id, each.householdId]));
    const caseIds = cases.map((each) => each.id);
    const personsOfKey = new Map<string, string[]>();
    for (const person of people) {
      for (const key of this.rooms.tieKeys(person)) {
        personsOfKey.set(key, [...(personsOfKey.get(key) ?? []), person.userId]);
      }
    }
    const known = new Set(people.map((person) => person.userId));
    const tied = (await this.ties.tiesOf(caseIds)).flatMap((tie) =>
      (personsOfKey.get(tie.matchKey) ?? []).map((userId) => ({
        caseId: tie.caseId,
        userId,
        reason: tie.kind,
      })),
    );
    const skipped = (await this.ties.skipsOf(caseIds))
      .filter((skip) => known.has(skip.userId))
      .map((skip) => ({ caseId: skip.caseId, userId: skip.userId, reason: 'skipped' as const }));
    const unique = new Map<string, KeepOff>();
    for (const { caseId, userId, reason } of [...skipped, ...tied]) {
      const householdId = householdOf.get(caseId);
      if (householdId) unique.set(`${householdId} ${userId}`, { householdId, userId, reason });
    }
    return [...unique.values()];
  }
}
