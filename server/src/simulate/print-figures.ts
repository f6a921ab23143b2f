import type { Verdict } from './check/check-night.js';
import { checks } from './check/night.js';
import type { Figures } from './figures.js';

const shownAtMost = 40;

interface Played {
  readonly figures: Figures;
  /** Of the machine, from opening to the last one gone home. */
  readonly seconds: number;
  readonly verdict: Verdict;
  readonly load: readonly number[];
}

/** What a reader of the run wants to know, violations last. */
export function printFigures({ figures, seconds, verdict, load }: Played): void {
  const handOuts = figures.counted('hand-outs');
  const { violations, unclear } = verdict;
  const lines = [
    '',
    `hand-outs            ${handOuts}, ${(handOuts / seconds).toFixed(1)} a second`,
    `  because            ${listed(figures.countsOf('handed out: '))}`,
    `reports              ${listed(figures.countsOf('report: '))}`,
    `  late               ${figures.counted('late reports')}`,
    `taken back           ${listed(figures.countsOf('undo: '))}`,
    `refused              ${listed(figures.countsOf('refused: '))}`,
    `requests             ${figures.counted('requests')}`,
    `«Neste»              ${figures.timesOf('next')}`,
    `report               ${figures.timesOf('report')}`,
    `retries              ${figures.counted('retries')}; lost on purpose: ${listed(figures.countsOf('lost: '))}`,
    `double clicks        ${figures.counted('double clicks')}`,
    `kills survived       ${figures.counted('kills survived')}`,
    `load of the machine  ${load.map((each) => each.toFixed(1)).join(' ')}`,
    `not judged           ${unclear} households whose order of events nobody outside can tell`,
    `violations           ${violations.length}`,
    ...checks.flatMap((check) => {
      const found = violations.filter((violation) => violation.check === check);
      if (found.length === 0) return [];
      const shown = found.slice(0, shownAtMost).map(({ what }) => `    ${what}`);
      return [`  ${check}: ${found.length}`, ...shown];
    }),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function listed(counts: readonly (readonly [string, number])[]): string {
  return counts.length === 0 ? 'none' : counts.map(([what, count]) => `${what} ${count}`).join(', ');
}
