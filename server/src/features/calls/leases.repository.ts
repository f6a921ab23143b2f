import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan } from 'typeorm';
import { Contention, isTaken } from '../../platform/database/contention.js';
import { Database } from '../../platform/database/database.js';
import { CallCaseRow } from './call-case.entity.js';
import { CallLeaseRow, type LeaseEnd } from './call-lease.entity.js';

interface EndedLease {
  readonly id: string;
}

@Injectable()
export class LeasesRepository {
  constructor(private readonly database: Database) {}

  /** @throws Contention when the household, or the caller's hand, was taken a moment before */
  async insert(lease: CallLeaseRow): Promise<void> {
    try {
      await this.database.writer.insert(CallLeaseRow, lease);
    } catch (error) {
      throw isTaken(error) ? new Contention('the lease was taken') : error;
    }
  }

  async find(leaseId: string): Promise<CallLeaseRow | null> {
    return this.database.reader.findOneBy(CallLeaseRow, { id: leaseId });
  }

  /** The caller's open lease, if it still lives at `now`. */
  async liveOf(userId: string, now: Date): Promise<CallLeaseRow | null> {
    return this.database.reader.findOneBy(CallLeaseRow, {
      userId,
      endedAt: IsNull(),
      expiresAt: MoreThan(now),
    });
  }

  async liveOfCase(caseId: string, now: Date): Promise<CallLeaseRow | null> {
    return this.database.reader.findOneBy(CallLeaseRow, {
      caseId,
      endedAt: IsNull(),
      expiresAt: MoreThan(now),
    });
  }

  async liveOfCampaign(campaignId: string, now: Date): Promise<CallLeaseRow[]> {
    return this.database.reader.findBy(CallLeaseRow, {
      campaignId,
      endedAt: IsNull(),
      expiresAt: MoreThan(now),
    });
  }

  /** Compare-and-set: only a lease that still lives can be prolonged. A time never moves back. */
  async renew(leaseId: string, until: Date, now: Date, pinnedAt: Date | null): Promise<boolean> {
    const rows = await this.database.returning<EndedLease>(
      `UPDATE call_lease SET expires_at = CASE WHEN expires_at > ? THEN expires_at ELSE ? END,
         pinned_at = COALESCE(pinned_at, ?)
       WHERE id = ? AND ended_at IS NULL AND expires_at > ? RETURNING id`,
      [until.toISOString(), until.toISOString(), pinnedAt?.toISOString() ?? null, leaseId, now.toISOString()],
    );
    return rows.length === 1;
  }

  /** Ends one open lease and puts its household back; answers whether there was one to end. */
  async end(leaseId: string, reason: LeaseEnd, now: Date): Promise<boolean> {
    return (await this.#end('id = ?', [leaseId], reason, now)) > 0;
  }

  /** Frees what has run out in a municipality, and what this caller let run out anywhere. */
  async endExpired(campaignId: string, municipality: string, userId: string, now: Date): Promise<void> {
    const past = now.toISOString();
    await this.#end(
      'campaign_id = ? AND municipality = ? AND expires_at <= ?',
      [campaignId, municipality, past],
      'expired',
      now,
    );
    await this.#end('user_id = ? AND expires_at <= ?', [userId, past], 'expired', now);
  }

  async endOfUsers(userIds: readonly string[], now: Date): Promise<void> {
    for (const userId of userIds) await this.#end('user_id = ?', [userId], 'session_ended', now);
  }

  async endOfCase(caseId: string, reason: LeaseEnd, now: Date): Promise<boolean> {
    return (await this.#end('case_id = ?', [caseId], reason, now)) > 0;
  }

  /** The caller's leases that ended without a report after the number was shown, since `since`. */
  async unreportedOf(userId: string, campaignId: string, since: Date): Promise<CallLeaseRow[]> {
    const rows = await this.database.select<EndedLease>(
      `SELECT l.id FROM call_lease l WHERE l.user_id = ? AND l.campaign_id = ? AND l.ended_at > ?
         AND l.pinned_at IS NOT NULL AND l.end_reason IN ('expired', 'freed', 'session_ended')
         AND NOT EXISTS (SELECT 1 FROM call_report r WHERE r.lease_id = l.id)
       ORDER BY l.ended_at`,
      [userId, campaignId, since.toISOString()],
    );
    return this.#byIds(rows.map((row) => row.id));
  }

  /** The number was shown, time ran out, and nobody told what happened. */
  async unreportedOfCase(caseId: string): Promise<CallLeaseRow[]> {
    const rows = await this.database.select<EndedLease>(
      `SELECT l.id FROM call_lease l WHERE l.case_id = ? AND l.pinned_at IS NOT NULL
         AND l.end_reason IN ('expired', 'freed', 'session_ended')
         AND NOT EXISTS (SELECT 1 FROM call_report r WHERE r.lease_id = l.id)`,
      [caseId],
    );
    return this.#byIds(rows.map((row) => row.id));
  }

  /** Cases somebody may have called without telling, because their lease ended with the number shown. */
  async maybeCalled(campaignId: string, municipality: string): Promise<Set<string>> {
    const rows = await this.database.select<{ caseId: string }>(
      `SELECT DISTINCT l.case_id AS "caseId" FROM call_lease l WHERE l.campaign_id = ? AND l.municipality = ?
         AND l.ended_at IS NOT NULL AND l.pinned_at IS NOT NULL
         AND l.end_reason IN ('expired', 'freed', 'session_ended')
         AND NOT EXISTS (SELECT 1 FROM call_report r WHERE r.case_id = l.case_id AND r.at >= l.taken_at)`,
      [campaignId, municipality],
    );
    return new Set(rows.map((row) => row.caseId));
  }

  async #byIds(ids: readonly string[]): Promise<CallLeaseRow[]> {
    if (ids.length === 0) return [];
    return this.database.reader.find(CallLeaseRow, {
      where: { id: In([...ids]) },
      order: { endedAt: 'ASC' },
    });
  }

  async #end(where: string, parameters: readonly string[], reason: LeaseEnd, now: Date): Promise<number> {
    const ended = await this.database.returning<EndedLease>(
      `UPDATE call_lease SET ended_at = ?, end_reason = ? WHERE ended_at IS NULL AND ${where} RETURNING id`,
      [now.toISOString(), reason, ...parameters],
    );
    if (ended.length > 0) {
      const ids = ended.map((lease) => lease.id);
      await this.database.writer.update(CallCaseRow, { leaseId: In(ids) }, { leaseId: null });
    }
    return ended.length;
  }
}
