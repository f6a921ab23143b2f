import { In } from 'typeorm';
import type { Database } from '../database/database.js';
import { JobRow } from './job.entity.js';
import type { Settlement } from './settlement.js';

export interface NewJob {
  readonly id: string;
  readonly name: string;
  readonly key: string | null;
  readonly payload: unknown;
  readonly campaignId: string | null;
  readonly runAt: Date;
  readonly createdAt: Date;
}

/** What a worker needs to know of the job it has taken. */
export interface ClaimedJob {
  readonly id: string;
  readonly name: string;
  readonly payload: unknown;
  readonly attempts: number;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Who takes a job: until when, which kinds it can run, and what it is running already. */
export interface Claimant {
  readonly owner: string;
  readonly running: readonly string[];
  readonly now: Date;
  readonly leaseUntil: Date;
  readonly names: readonly string[];
}

/** Lost processes a job survives; after that it is probably the job that kills them. */
const interruptionsAllowed = 3;

/** All statements on the job table. Every change of state is one compare-and-set, the same on both databases. */
export class JobRepository {
  constructor(private readonly database: Database) {}

  /** Stores the job unless its key is taken; gives the id of the one that holds the key. */
  async insert(job: NewJob): Promise<{ readonly id: string; readonly isNew: boolean }> {
    for (;;) {
      const inserted = await this.database.returning<{ id: string }>(
        `INSERT INTO job (id, name, "key", payload, campaign_id, state, done, total, attempts, interruptions, run_at, created_at)
         VALUES (?, ?, ?, ?, ?, 'waiting', 0, 0, 0, 0, ?, ?) ON CONFLICT DO NOTHING RETURNING id`,
        [
          job.id,
          job.name,
          job.key,
          JSON.stringify(job.payload),
          job.campaignId,
          job.runAt.toISOString(),
          job.createdAt.toISOString(),
        ],
      );
      if (inserted.length > 0) return { id: job.id, isNew: true };
      const [known] = await this.database.select<{ id: string }>(
        `SELECT id FROM job WHERE name = ? AND "key" = ? AND state IN ('waiting', 'running', 'succeeded')`,
        [job.name, job.key],
      );
      if (known) return { id: known.id, isNew: false };
    }
  }

  async find(id: string): Promise<JobRow | null> {
    return this.database.reader.findOneBy(JobRow, { id });
  }

  /** Takes the job that has been due the longest. */
  async claimNext(claimant: Claimant): Promise<ClaimedJob | null> {
    if (!(await this.#somethingToTake(claimant))) return null;
    const skipLocked = this.database.kind === 'postgres' ? 'FOR UPDATE SKIP LOCKED' : '';
    return this.#claim(claimant, (isTakeable) => ({
      sql: `(SELECT id FROM job WHERE ${isTakeable} ORDER BY run_at, id LIMIT 1 ${skipLocked})`,
      parameters: [],
    }));
  }

  /** Takes this job, if nobody else has, it is due and it is of a kind the worker knows. */
  async claim(id: string, claimant: Claimant): Promise<ClaimedJob | null> {
    return this.#claim(claimant, (isTakeable) => ({
      sql: `(SELECT id FROM job WHERE ${isTakeable} AND id = ?)`,
      parameters: [id],
    }));
  }

  /** Writes progress and lengthens the lease; false when the job is no longer this worker's. */
  async renew(id: string, owner: string, change: Progress & { readonly leaseUntil: Date }): Promise<boolean> {
    return this.#updateHeld(id, owner, change);
  }

  /** Writes how the try ended; false when the job was no longer this worker's. */
  async settle(id: string, owner: string, settlement: Settlement & Progress): Promise<boolean> {
    return this.#updateHeld(id, owner, { ...settlement, leaseOwner: null, leaseUntil: null });
  }

  async cancel(id: string, now: Date): Promise<boolean> {
    const answer = await this.database.writer.update(
      JobRow,
      { id, state: In(['waiting', 'running']) },
      { state: 'cancelled', finishedAt: now, leaseOwner: null, leaseUntil: null },
    );
    return answer.affected === 1;
  }

  /**
   * Gives back the jobs of processes that have disappeared. What this process runs itself is never among them,
   * even if its clock has jumped (a laptop that slept).
   */
  async freeExpired({ running, now }: Pick<Claimant, 'running' | 'now'>): Promise<void> {
    const sql = `UPDATE job SET interruptions = interruptions + 1, lease_owner = NULL, lease_until = NULL,
         state = CASE WHEN interruptions >= ? THEN 'failed' ELSE 'waiting' END,
         problem = CASE WHEN interruptions >= ? THEN ? ELSE NULL END,
         finished_at = CASE WHEN interruptions >= ? THEN ? ELSE NULL END
       WHERE ${isExpired(running)} RETURNING id`;
    const problem = 'Arbeidet ble avbrutt flere ganger på rad og er stoppet. Be driftsansvarlig se i loggen.';
    const at = now.toISOString();
    const limit = interruptionsAllowed;
    await this.database.transaction(() =>
      this.database.returning(sql, [limit, limit, problem, limit, at, at, ...running]),
    );
  }

  /** Whether `freeExpired` would find something. */
  async hasExpired({ running, now }: Pick<Claimant, 'running' | 'now'>): Promise<boolean> {
    const rows = await this.database.select(`SELECT id FROM job WHERE ${isExpired(running)} LIMIT 1`, [
      now.toISOString(),
      ...running,
    ]);
    return rows.length > 0;
  }

  /** Ids of the jobs that are due, longest due first. */
  async dueIds(names: readonly string[], now: Date, limit: number): Promise<string[]> {
    const rows = await this.database.select<{ id: string }>(
      `SELECT id FROM job WHERE state = 'waiting' AND run_at <= ? AND name IN (${places(names)})
       ORDER BY run_at, id LIMIT ?`,
      [now.toISOString(), ...names, limit],
    );
    return rows.map((row) => row.id);
  }

  /** Whether something runs, is due, or waits for a new try. */
  async isBusy(names: readonly string[], now: Date): Promise<boolean> {
    const rows = await this.database.select(
      `SELECT id FROM job WHERE name IN (${places(names)})
         AND (state = 'running' OR (state = 'waiting' AND (run_at <= ? OR attempts > 0))) LIMIT 1`,
      [...names, now.toISOString()],
    );
    return rows.length > 0;
  }

  /** A look without a transaction first: an idle poll must not hold up those who write. */
  async #somethingToTake(claimant: Claimant): Promise<boolean> {
    const due = await this.dueIds(claimant.names, claimant.now, 1);
    return due.length > 0 || this.hasExpired(claimant);
  }

  async #claim(
    claimant: Claimant,
    choose: (isTakeable: string) => { sql: string; parameters: readonly unknown[] },
  ): Promise<ClaimedJob | null> {
    const { owner, now, leaseUntil, names } = claimant;
    const chosen = choose(`state = 'waiting' AND run_at <= ? AND name IN (${places(names)})`);
    const rows = await this.database.transaction(async () => {
      await this.freeExpired(claimant);
      return this.database.returning<{ id: string; name: string; payload: string; attempts: number }>(
        `UPDATE job SET state = 'running', lease_owner = ?, lease_until = ?
         WHERE state = 'waiting' AND id = ${chosen.sql} RETURNING id, name, payload, attempts`,
        [owner, leaseUntil.toISOString(), now.toISOString(), ...names, ...chosen.parameters],
      );
    });
    const [row] = rows;
    return row ? { ...row, payload: JSON.parse(row.payload) } : null;
  }

  async #updateHeld(id: string, owner: string, change: Partial<Omit<JobRow, 'payload'>>): Promise<boolean> {
    return this.database.transaction(async () => {
      const held = { id, state: 'running', leaseOwner: owner } as const;
      const answer = await this.database.writer.update(JobRow, held, change);
      return answer.affected === 1;
    });
  }
}

/** Placeholders: the instant, then what runs here. */
function isExpired(running: readonly string[]): string {
  const elsewhere = running.length > 0 ? `AND id NOT IN (${places(running)})` : '';
  return `state = 'running' AND lease_until < ? ${elsewhere}`;
}

/** `?, ?, ?`; for no names something that matches nothing. */
function places(names: readonly string[]): string {
  return names.length > 0 ? names.map(() => '?').join(', ') : 'NULL';
}
