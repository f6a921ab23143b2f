import type { HandedOut, Reported, Sighting, Skipped, Undone } from '../journal.js';
import { groupBy, type Night } from './night.js';
import { afterReport, afterSkip, type Standing, type StandingRules, untouched } from './standing.js';

/** What changes a household: each happened once, at some moment of its window. */
export interface LifeEvent {
  readonly from: number;
  readonly to: number;
  readonly what: Reported | Skipped | Undone;
}

/** Where the events lead to; null when nobody outside can tell in which order the server saw them. */
export type Outcome = Standing | null;

/** All that happened to one household. */
export class HouseholdLife {
  readonly events: readonly LifeEvent[];
  readonly handOuts: readonly HandedOut[];
  readonly #start: Standing;
  readonly #takenBy: ReadonlyMap<string, HandedOut>;

  constructor(
    sightings: readonly Sighting[],
    private readonly records: Records,
    private readonly rules: StandingRules,
  ) {
    this.handOuts = sightings.filter((seen) => seen.kind === 'handed_out');
    this.#takenBy = new Map(this.handOuts.map((seen) => [seen.leaseId, seen]));
    const first = [...this.handOuts].sort((left, right) => left.answered - right.answered)[0];
    this.#start = untouched(first?.numbers ?? []);
    this.events = sightings.flatMap((seen) => this.#eventOf(seen)).sort((a, b) => a.from - b.from);
  }

  /** Where these events lead to, which must be a beginning of all of them. */
  after(events: readonly LifeEvent[]): Outcome {
    if (events.some((event, index) => event.to > (events[index + 1]?.from ?? event.to))) return null;
    let standing = this.#start;
    const before = new Map<string, Standing>();
    const standingReports: Reported[] = [];
    for (const { what, from } of events) {
      switch (what.kind) {
        case 'skipped':
          if (what.outcome === 'unknown') return null;
          standing = afterSkip(standing, what.callerId);
          break;
        case 'undone': {
          const earlier = before.get(what.reportId);
          if (!earlier) return null;
          standing = earlier;
          break;
        }
        case 'reported': {
          const next = this.#report(standing, what, from, standingReports);
          if (!next) return null;
          before.set(this.records.idOf(what) ?? '', standing);
          standingReports.push(what);
          standing = next;
        }
      }
    }
    return standing;
  }

  /** A late report that came after a newer one changes nothing, unless it says that all contact must stop. */
  #report(standing: Standing, what: Reported, at: number, earlier: readonly Reported[]): Outcome {
    const [first] = what.answers;
    if (first?.kind !== 'stored') return null;
    const told = {
      callerId: what.callerId,
      at: what.asked,
      number: what.number,
      report: what.report,
      toldAt: what.wasRepeated ? ('unknown' as const) : first.at,
    };
    const next = afterReport(standing, told, this.rules);
    switch (this.#isOvertaken(what, at, earlier)) {
      case 'no':
        return next;
      case 'unknown':
        return null;
      case 'yes': {
        const mustStop = what.report.attempt === 'talked' && (next.isInSorting || next.isStopped);
        const isNew = next.isInSorting !== standing.isInSorting || next.isStopped !== standing.isStopped;
        if (mustStop && !isNew) return null;
        return mustStop ? { ...standing, state: 'needs_coordinator' } : standing;
      }
    }
  }

  #isOvertaken(what: Reported, at: number, earlier: readonly Reported[]): 'yes' | 'no' | 'unknown' {
    const [first] = what.answers;
    const taken = this.#takenBy.get(what.leaseId);
    if (first?.kind !== 'stored' || !taken) return 'unknown';
    const ofOthers = earlier.filter((other) => other.leaseId !== what.leaseId);
    const others = ofOthers.map((other) => this.records.windowOf(other));
    const sure = others.some(({ from }) => from > taken.answered);
    const possible = others.some(({ to }) => to > taken.asked);
    if (!possible) return 'no';
    // One that is taken back no longer counts, from some moment on.
    if (ofOthers.some((other) => this.records.isUndone(other))) return 'unknown';
    // A repeated answer no longer tells whether it was late when it was stored.
    if (what.wasRepeated && at > taken.expiresAt) return 'unknown';
    if (!first.isLate) return 'no';
    return sure ? 'yes' : 'unknown';
  }

  #eventOf(seen: Sighting): LifeEvent[] {
    switch (seen.kind) {
      case 'reported':
        return this.records.idOf(seen) === null ? [] : [{ ...this.records.windowOf(seen), what: seen }];
      case 'undone':
        return this.records.wasTakenBack(seen) ? [{ from: seen.asked, to: seen.answered, what: seen }] : [];
      case 'skipped':
        return [{ from: seen.asked, to: seen.answered, what: seen }];
      case 'handed_out':
      case 'renewed':
      case 'refused':
      case 'released':
      case 'signed_out':
        return [];
    }
  }
}

/** What the callers' own lists say afterwards of the reports that were sent. */
export class Records {
  readonly #at: ReadonlyMap<string, number>;
  readonly #undone: ReadonlySet<string>;

  constructor(night: Pick<Night, 'after' | 'sightings'>) {
    const listed = night.after.callers.flatMap(({ reports }) => reports);
    this.#at = new Map(listed.map(({ id, at }) => [id, Date.parse(at)]));
    const undone = night.sightings.flatMap((seen) => (seen.kind === 'undone' ? [seen] : []));
    this.#undone = new Set(undone.filter((seen) => this.wasTakenBack(seen)).map(({ reportId }) => reportId));
  }

  /** Null when it was refused. */
  idOf({ answers }: Reported): string | null {
    const stored = answers.find((answer) => answer.kind === 'stored');
    return stored?.kind === 'stored' ? stored.reportId : null;
  }

  /** The server takes the time when a report comes in, and stores it when its turn has come. */
  windowOf(reported: Reported): { readonly from: number; readonly to: number } {
    const at = this.#at.get(this.idOf(reported) ?? '');
    return { from: at ?? reported.asked, to: reported.answered };
  }

  wasTakenBack({ outcome, reportId }: Undone): boolean {
    return outcome === 'done' || (outcome === 'unknown' && !this.#at.has(reportId));
  }

  isUndone(reported: Reported): boolean {
    return this.#undone.has(this.idOf(reported) ?? '');
  }
}

/** The lives of all households somebody was handed. */
export function livesOf(night: Night): ReadonlyMap<string, HouseholdLife> {
  const records = new Records(night);
  const municipalities = new Map(
    night.before.map(({ card, municipality }) => [card.householdId, municipality]),
  );
  const touching = night.sightings.filter((seen) => 'householdId' in seen);
  const lives = groupBy(touching, (seen) => seen.householdId);
  return new Map(
    [...lives].map(([householdId, sightings]) => {
      const municipality = municipalities.get(householdId);
      const team = new Set(
        night.callers.filter((caller) => caller.municipality === municipality).map(({ id }) => id),
      );
      return [householdId, new HouseholdLife(sightings, records, { ...night.rules, team })];
    }),
  );
}
