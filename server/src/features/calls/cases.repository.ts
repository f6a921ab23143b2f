import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { CallCaseRow, type Stored } from './call-case.entity.js';
import {
  type CallCase,
  type Progress,
  type QueueRank,
  queueRanks,
  ranksInOrder,
} from './domain/call-case.js';

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
    const found: CallCaseRow[] = [];
    for (let start = 0; start < householdIds.length; start += 500) {
      const ids = householdIds.slice(start, start + 500);
      found.push(...(await this.database.reader.findBy(CallCaseRow, { householdId: In(ids) })));
    }
    return found;
  }

  /** Every case of a municipality that still exists, merged-away ones left out. */
  async ofMunicipality(campaignId: string, municipality: string): Promise<CallCase[]> {
    const rows = await this.database.reader.findBy(CallCaseRow, { campaignId, municipality });
    return rows.filter((row) => row.standing !== 'gone').map(toCase);
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
    for (let start = 0; start < rows.length; start += 100) {
      await this.database.writer.insert(CallCaseRow, rows.slice(start, start + 100));
    }
  }

  async change(caseId: string, values: Partial<Omit<CallCaseRow, 'id'>>): Promise<void> {
    await this.database.writer.update(CallCaseRow, { id: caseId }, values);
  }

  /** Compare-and-set on the turn, which it moves on. Answers whether the case was still on it. */
  async changeOnTurn(
    callCase: Pick<CallCase, 'id' | 'turn'>,
    values: Partial<Omit<CallCaseRow, 'id' | 'turn'>>,
  ): Promise<boolean> {
    const { id, turn } = callCase;
    const result = await this.database.writer.update(
      CallCaseRow,
      { id, turn },
      { ...values, turn: turn + 1 },
    );
    return result.affected === 1;
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
    nextAt: progress.nextAt?.toISOString() ?? null,
    reservedUntil: progress.reservedUntil?.toISOString() ?? null,
    lastTriedAt: progress.lastTriedAt?.toISOString() ?? null,
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

export function toCase(row: CallCaseRow): CallCase {
  const { queueRank, leaseId: _held, mergedInto: _into, beforeMerge: _before, ...values } = row;
  return { ...values, rank: rankOf(queueRank) };
}

function progressOf(progress: Progress): Progress {
  return {
    state: progress.state,
    rank: progress.rank,
    nextAt: progress.nextAt,
    reservedFor: progress.reservedFor,
    reservedUntil: progress.reservedUntil,
    halfAttempts: progress.halfAttempts,
    busyCount: progress.busyCount,
    otherPersonCount: progress.otherPersonCount,
    messageCount: progress.messageCount,
    lastTriedAt: progress.lastTriedAt,
    result: progress.result,
    skips: progress.skips,
  };
}

function rankOf(queueRank: number): QueueRank {
  const found = ranksInOrder.find((rank) => queueRanks[rank] === queueRank);
  if (!found) throw new Error(`No queue rank has the number ${queueRank}`);
  return found;
}

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
