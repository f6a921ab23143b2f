import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { Contention } from '../../platform/database/contention.js';
import { Database } from '../../platform/database/database.js';
import { CallCaseRow, type Stored, type StoredOwn } from './call-case.entity.js';
import {
  type CallCase,
  type OwnShare,
  type Progress,
  progressOf,
  type QueueRank,
  queueRanks,
  ranksInOrder,
  type Share,
  type Told,
} from './domain/call-case.js';
import { ownAfter, type PostedCard } from './domain/share.js';

type CaseChanges = Partial<Omit<CallCaseRow, 'id' | 'turn'>>;

const leftToCall = { state: 'queued', standing: 'open', nextAt: Not(IsNull()) } as const;

/** The queue's rows as domain values, and back. */
@Injectable()
export class CasesRepository {
  constructor(private readonly database: Database) {}

  async find(caseId: string): Promise<CallCase | null> {
    const row = await this.database.reader.findOneBy(CallCaseRow, { id: caseId });
    return row ? toCase(row) : null;
  }

  async findOfHousehold(householdId: string): Promise<CallCase | null> {
    const row = await this.database.reader.findOneBy(CallCaseRow, { householdId });
    return row ? toCase(row) : null;
  }

  async rowsOfHouseholds(householdIds: readonly string[]): Promise<CallCaseRow[]> {
    return this.database.rows.find(CallCaseRow, 'householdId', householdIds);
  }

  async ofHouseholds(householdIds: readonly string[]): Promise<CallCase[]> {
    const rows = await this.rowsOfHouseholds(householdIds);
    return rows.filter((row) => row.standing !== 'gone').map(toCase);
  }

  /** Every case of a municipality that still exists, merged-away ones left out. */
  async ofMunicipality(campaignId: string, municipality: string): Promise<CallCase[]> {
    const rows = await this.database.reader.findBy(CallCaseRow, { campaignId, municipality });
    return rows.filter((row) => row.standing !== 'gone').map(toCase);
  }

  /** How many can be called now, or when time allows it: isLeftToCall, as the database says it. */
  async countLeftToCall(campaignId: string, municipality: string): Promise<number> {
    const place = { campaignId, municipality };
    return this.database.reader.countBy(CallCaseRow, { ...place, ...leftToCall });
  }

  /** Agreed calls that are left. */
  async agreed(campaignId: string, municipality: string): Promise<CallCase[]> {
    const wanted = { campaignId, municipality, queueRank: queueRanks.callback, ...leftToCall };
    return (await this.database.reader.findBy(CallCaseRow, wanted)).map(toCase);
  }

  /** Those of these cases whose household has not been told; for a merged one, the household that lives on. */
  async notInformedAmong(caseIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (caseIds.length === 0) return new Set();
    const rows = await this.database.select<{ id: string }>(
      `SELECT c.id FROM call_case c LEFT JOIN call_case s ON s.household_id = c.merged_into
       WHERE CASE WHEN s.id IS NULL THEN c.informed_at ELSE s.informed_at END IS NULL
         AND c.id IN (${caseIds.map(() => '?').join(', ')})`,
      caseIds,
    );
    return new Set(rows.map(({ id }) => id));
  }

  async informedHouseholds(campaignId: string): Promise<string[]> {
    const rows = await this.database.reader.find(CallCaseRow, {
      select: { householdId: true },
      where: { campaignId, standing: Not('gone'), informedAt: Not(IsNull()) },
    });
    return rows.map((row) => row.householdId);
  }

  async ofCampaign(campaignId: string): Promise<CallCase[]> {
    const rows = await this.database.reader.findBy(CallCaseRow, { campaignId });
    return rows.filter((row) => row.standing !== 'gone').map(toCase);
  }

  /** Cases of households that this one took over. */
  async idsMergedInto(householdId: string): Promise<string[]> {
    const rows = await this.database.reader.findBy(CallCaseRow, { mergedInto: householdId });
    return rows.map((row) => row.id);
  }

  async insert(rows: readonly CallCaseRow[]): Promise<void> {
    await this.database.rows.insert(CallCaseRow, rows);
  }

  async change(caseId: string, values: Partial<Omit<CallCaseRow, 'id'>>): Promise<void> {
    await this.database.writer.update(CallCaseRow, { id: caseId }, values);
  }

  /** Compare-and-set on the turn, which it moves on. @throws Contention when the case is no longer on it */
  async changeOnTurn({ id, turn }: Pick<CallCase, 'id' | 'turn'>, values: CaseChanges): Promise<void> {
    const on = { id, turn };
    const result = await this.database.writer.update(CallCaseRow, on, { ...values, turn: turn + 1 });
    if (result.affected !== 1) throw new Contention('the case moved on');
  }

  /** Stores what was decided about a case as it was shown. @throws Contention when it has moved on since */
  async decide(
    callCase: CallCase,
    progress: Progress,
    { told = {}, ...rest }: { readonly told?: Partial<Told>; readonly assignedTo?: string | null } = {},
  ): Promise<void> {
    const own = storedOwn(ownAfter(callCase, progress, told));
    await this.changeOnTurn(callCase, { ...progressColumns(progress), ...told, ...rest, own });
  }

  /** Cards handed in to the post: one statement for many cases that show nothing but their own share. */
  async markPosted(householdIds: readonly string[], card: PostedCard): Promise<void> {
    for (let start = 0; start < householdIds.length; start += 500) {
      const ids = householdIds.slice(start, start + 500);
      await this.database.returning(
        `UPDATE call_case SET card_posted_on = ?, informed_at = COALESCE(informed_at, ?),
           next_at = CASE WHEN last_tried_at IS NULL AND state = 'queued' THEN ? ELSE next_at END
         WHERE own IS NULL AND household_id IN (${ids.map(() => '?').join(', ')}) RETURNING id`,
        [card.postedOn, card.now.toISOString(), card.callableFrom.toISOString(), ...ids],
      );
    }
  }

  /** Rows of households merged into these. */
  async rowsMergedInto(householdIds: readonly string[]): Promise<CallCaseRow[]> {
    return this.database.rows.find(CallCaseRow, 'mergedInto', householdIds);
  }

  /** Somebody has left: the list goes to the open queue, agreed calls to the team. */
  async giveBackAll(userId: string): Promise<void> {
    await this.database.writer.update(CallCaseRow, { assignedTo: userId }, { assignedTo: null });
    await this.database.writer.update(
      CallCaseRow,
      { reservedFor: userId },
      { reservedFor: null, reservedUntil: null },
    );
  }

  async assign(changes: readonly { readonly caseId: string; readonly to: string | null }[]): Promise<void> {
    for (const to of new Set(changes.map((change) => change.to))) {
      const group = changes.filter((change) => change.to === to);
      for (let start = 0; start < group.length; start += 500) {
        const ids = group.slice(start, start + 500).map((change) => change.caseId);
        await this.database.writer.update(CallCaseRow, { id: In(ids) }, { assignedTo: to });
      }
    }
  }
}

/** The columns a change of progress sets. */
export function progressColumns(progress: Progress): Omit<Progress, 'rank'> & Pick<CallCaseRow, 'queueRank'> {
  const { rank, ...columns } = progressOf(progress);
  return { ...columns, queueRank: queueRanks[rank] };
}

/** Progress alone, as it is kept beside a report for its undoing. */
export function storedProgress(progress: Progress): Stored<Progress> {
  return {
    ...progressOf(progress),
    nextAt: textOf(progress.nextAt),
    reservedUntil: textOf(progress.reservedUntil),
    lastTriedAt: textOf(progress.lastTriedAt),
  };
}

export function restoredProgress(stored: Stored<Progress>): Progress {
  return {
    ...stored,
    nextAt: dateOf(stored.nextAt),
    reservedUntil: dateOf(stored.reservedUntil),
    lastTriedAt: dateOf(stored.lastTriedAt),
  };
}

/** The columns of a whole share. */
export function shareColumns(share: Share): ReturnType<typeof progressColumns> & Told {
  const { informedAt, cardPostedOn, openedByHandAt } = share;
  return { ...progressColumns(share), informedAt, cardPostedOn, openedByHandAt };
}

export function storedOwn(own: OwnShare | null): StoredOwn | null {
  if (own === null) return null;
  const { share, ...rest } = own;
  const { cardPostedOn } = share;
  const informedAt = textOf(share.informedAt);
  const openedByHandAt = textOf(share.openedByHandAt);
  return { share: { ...storedProgress(share), informedAt, cardPostedOn, openedByHandAt }, ...rest };
}

function restoredOwn(stored: StoredOwn | null): OwnShare | null {
  if (stored === null) return null;
  const { share, ...rest } = stored;
  const { cardPostedOn } = share;
  const informedAt = dateOf(share.informedAt);
  const openedByHandAt = dateOf(share.openedByHandAt);
  return { share: { ...restoredProgress(share), informedAt, cardPostedOn, openedByHandAt }, ...rest };
}

export function toCase(row: CallCaseRow): CallCase {
  const { queueRank, leaseId: _held, mergedInto: _into, own, ...values } = row;
  return { ...values, rank: rankOf(queueRank), own: restoredOwn(own) };
}

function rankOf(queueRank: number): QueueRank {
  const found = ranksInOrder.find((rank) => queueRanks[rank] === queueRank);
  if (!found) throw new Error(`No queue rank has the number ${queueRank}`);
  return found;
}

function textOf(moment: Date | null): string | null {
  return moment?.toISOString() ?? null;
}

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
