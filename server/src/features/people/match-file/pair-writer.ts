import type { Component } from '../domain/matching/component.js';
import { explainAsking, explainScore, explanationText } from '../domain/matching/explain.js';
import type { TipFeatures } from '../domain/matching/features.js';
import { type JoinedWith, joinedWithin, tipsBetween } from '../domain/matching/joining-tips.js';
import type { Rules } from '../domain/matching/judge-pair.js';
import type { Division } from '../domain/matching/resolve.js';
import { type PairScore, scorePair } from '../domain/matching/score.js';
import { csvCell, LinePieces } from './line-pieces.js';

/** What is written for a share of the tips. */
export interface ResolvedShare {
  /** Lines of the file of pairs, in pieces. */
  readonly pairs: readonly Uint8Array[];
  readonly automatic: number;
  readonly review: number;
}

/** A tip with the ids of the rows that say the same, its own first. */
interface Rows {
  readonly tip: TipFeatures;
  readonly ids: readonly string[];
}

/** What one line tells of a pair. */
export interface Told {
  readonly probability: number;
  readonly explanation: string;
}

/** Parts of the graph with what is known of them. */
export interface DividedPart {
  readonly component: Component;
  readonly division: Division;
  /** The ids a tip stands for, its own first. */
  readonly idsOf: (tipId: string) => readonly string[];
  /** What has been told before of two that were joined unasked; null where nothing has. */
  readonly toldOf: (a: string, b: string) => Told | null;
}

export type Explanation = 'full' | 'short';

const mostReasons = 3;

/** Of a person with more tips than this the pairs with her first tip are told, and not those of all with all. */
export const mostTipsInPairs = 1_000;

/** What speaks for a pair and against it, in one line. */
export function reasonsFor(
  a: TipFeatures,
  b: TipFeatures,
  score: Pick<PairScore, 'levels' | 'weights'>,
  explanation: Explanation,
): string {
  const most = explanation === 'full' ? undefined : mostReasons;
  return explanationText(explainScore(a, b, score, 'nb', most));
}

/** Writes the pairs that were joined, and those a human should look at, with the reasons. */
export class PairWriter {
  readonly #lines = new LinePieces();
  #automatic = 0;
  #review = 0;

  constructor(
    private readonly explanation: Explanation,
    private readonly rules: Rules,
  ) {}

  /** Two that were joined, and nobody else with them. */
  addTwo(one: string, other: string, told: Told): void {
    const [a, b] = one < other ? [one, other] : [other, one];
    this.#lines.add(`${csvCell(a)};${csvCell(b)};${restOfLine(told, 'auto')}\n`);
    this.#automatic += 1;
  }

  add({ component: { tips, edges }, division: { persons }, idsOf, toldOf }: DividedPart): void {
    const features = new Map(tips.map((tip) => [tip.tipId, tip]));
    const groupOf = new Map(persons.flatMap((group) => group.map((tip) => [tip, group[0]] as const)));
    const rowsOf = (tip: string): Rows | null => {
      const known = features.get(tip);
      return known ? { tip: known, ids: idsOf(tip) } : null;
    };
    for (const group of persons) {
      let known: JoinedWith | null = null;
      const joined = () => (known ??= joinedWithin(group, edges));
      const tipsOfGroup = group.reduce((sum, tip) => sum + idsOf(tip).length, 0);
      const rows = group.flatMap((tip) => rowsOf(tip) ?? []);
      const firsts = tipsOfGroup > mostTipsInPairs ? rows.slice(0, 1) : rows;
      for (const [index, a] of firsts.entries())
        for (const b of rows.slice(index)) {
          if (a.tip === b.tip && a.ids.length < 2) continue;
          const told = toldOf(a.tip.tipId, b.tip.tipId) ?? this.#joined(a.tip, b.tip, joined);
          this.#automatic += this.#write(a, b, told, 'auto');
        }
    }
    for (const { a, b, band } of edges) {
      if (band === 'none' || groupOf.get(a) === groupOf.get(b)) continue;
      const [one, other] = [rowsOf(a), rowsOf(b)];
      if (one && other) this.#review += this.#write(one, other, this.#asked(one.tip, other.tip), 'review');
    }
  }

  end(): ResolvedShare {
    return { pairs: this.#lines.all(), automatic: this.#automatic, review: this.#review };
  }

  /** Two that would not have been joined by themselves are so through others, which are named. */
  #joined(a: TipFeatures, b: TipFeatures, joined: () => JoinedWith): Told {
    const score = scorePair(a, b, this.rules);
    const isOwn = a === b || (score.veto === 'none' && score.probability >= this.rules.automaticFrom);
    const between = isOwn ? [] : tipsBetween(a.tipId, b.tipId, joined());
    const why = between.length === 0 ? null : `Samme person gjennom tips ${between.join(', ')}`;
    return { probability: score.probability, explanation: this.#explained(a, b, score, why) };
  }

  /** Two that agree nearly wholly are asked about because of a rule, which is named. */
  #asked(a: TipFeatures, b: TipFeatures): Told {
    const score = scorePair(a, b, this.rules);
    const rule = explainAsking(score, this.rules);
    const why = rule === null ? null : `Spør fordi ${rule}`;
    return { probability: score.probability, explanation: this.#explained(a, b, score, why) };
  }

  /** @param why said before the reasons */
  #explained(a: TipFeatures, b: TipFeatures, score: PairScore, why: string | null): string {
    const reasons = reasonsFor(a, b, score, this.explanation);
    return [why, reasons].filter((text) => text !== null && text !== '').join(': ');
  }

  /** @returns the number of lines */
  #write(a: Rows, b: Rows, told: Told, decision: Decision): number {
    const rest = restOfLine(told, decision);
    const cellsOfB = b.ids.map(csvCell);
    const few = a.ids.length + b.ids.length <= mostTipsInPairs;
    let lines = 0;
    for (const [index, id] of (few ? a.ids : a.ids.slice(0, 1)).entries()) {
      const cell = csvCell(id);
      for (const other of a.tip === b.tip ? cellsOfB.slice(index + 1) : cellsOfB) {
        this.#lines.add(`${cell};${other};${rest}\n`);
        lines += 1;
      }
    }
    return lines;
  }
}

type Decision = 'auto' | 'review';

function restOfLine({ probability, explanation }: Told, decision: Decision): string {
  return `${probability.toFixed(4)};${decision};${csvCell(explanation)}`;
}
