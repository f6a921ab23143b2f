import { Injectable } from '@nestjs/common';
import type { CallCaseRow } from './call-case.entity.js';
import { CasesRepository, shareColumns, storedOwn, toCase } from './cases.repository.js';
import { absorbed, posted, type PostedCard, returned, shareOf, together } from './domain/share.js';

/** Cases of households that turned out to be one, put together and taken apart. Runs in the caller's transaction. */
@Injectable()
export class CaseMerges {
  constructor(private readonly cases: CasesRepository) {}

  /** Makes these cases show the shares of all who live in them now. @throws Contention */
  async putTogether(householdIds: readonly string[]): Promise<void> {
    const ids = [...new Set(householdIds)].sort();
    const rows = await this.cases.rowsOfHouseholds(ids);
    const merged = await this.cases.rowsMergedInto(ids);
    for (const row of rows) {
      await this.#show(row, shareOf(toCase(row)), merged);
    }
  }

  /** A merged household is erased for good: what its calls had come to stays with the one that lives on. */
  async keep(erased: CallCaseRow): Promise<void> {
    const [row] = await this.cases.rowsOfHouseholds(erased.mergedInto === null ? [] : [erased.mergedInto]);
    if (!row) return;
    const own = shareOf(toCase(row));
    const gone = { householdId: erased.householdId, ...shareOf(toCase(erased)) };
    const others = await this.cases.rowsMergedInto([row.householdId]);
    await this.#show(
      row,
      absorbed(own, gone),
      others.filter((each) => each.id !== erased.id),
    );
  }

  /** A card went to a case that shows more than its own share, or to a household that lives in another by now. */
  async markPosted(householdIds: readonly string[], card: PostedCard): Promise<void> {
    const rows = await this.cases.rowsOfHouseholds(householdIds);
    const joined = rows.filter((row) => row.own !== null);
    const merged = await this.cases.rowsMergedInto(joined.map((row) => row.householdId));
    for (const row of joined) {
      const own = shareOf(toCase(row));
      await this.#show(row, { ...own, share: posted(own.share, card) }, merged);
    }
    await this.putTogether(rows.flatMap((row) => row.mergedInto ?? []));
  }

  /** The card that went to these households came back. */
  async takeCardBack(householdIds: readonly string[]): Promise<void> {
    const rows = await this.cases.rowsOfHouseholds(householdIds);
    const merged = await this.cases.rowsMergedInto(rows.map((row) => row.householdId));
    for (const row of rows) {
      const own = shareOf(toCase(row));
      await this.#show(row, { ...own, share: returned(own.share) }, merged);
    }
    await this.putTogether(rows.flatMap((row) => row.mergedInto ?? []));
  }

  async #show(
    row: CallCaseRow,
    own: ReturnType<typeof shareOf>,
    merged: readonly CallCaseRow[],
  ): Promise<void> {
    const members = merged.filter((each) => each.mergedInto === row.householdId);
    const shown = together(
      own,
      members.map((member) => ({ householdId: member.householdId, ...shareOf(toCase(member)) })),
    );
    const changes = { ...shareColumns(shown), own: storedOwn(shown.own) };
    const before = { ...shareColumns(toCase(row)), own: row.own };
    if (JSON.stringify(before) !== JSON.stringify(changes)) await this.cases.changeOnTurn(row, changes);
  }
}
