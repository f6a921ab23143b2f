/** Milliseconds, one for each tip. */
export interface Times {
  readonly lookUp: number[];
  readonly rawLookUp: number[];
  readonly all: number[];
  readonly rawAll: number[];
  /** Of the processor for all that were matched. */
  cpu: number;
  /** How busy the machine was. */
  readonly load: number[];
}

export function noTimes(): Times {
  return { lookUp: [], rawLookUp: [], all: [], rawAll: [], cpu: 0, load: [] };
}

export function printTimes(title: string, times: Times): void {
  const baseline = 'baseline: raw prepared statements';
  const lines = [
    '',
    `${title}, ${times.all.length} tips each, load ${times.load.map((load) => load.toFixed(1)).join(' ')}`,
    line('look-up and score', times.lookUp),
    line(baseline, times.rawLookUp),
    ratios(times.lookUp, times.rawLookUp),
    line('everything, with the commit', times.all),
    line(baseline, times.rawAll),
    ratios(times.all, times.rawAll),
    `  ${(times.cpu / times.all.length).toFixed(2)} ms of the processor for each matched tip`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

const shares = [0.5, 0.95, 0.99] as const;

function line(name: string, times: readonly number[]): string {
  const figures = shares.map(
    (share) => `p${share * 100} ${quantile(times, share).toFixed(2).padStart(7)} ms`,
  );
  return `  ${name.padEnd(36)} ${figures.join('  ')}`;
}

function ratios(times: readonly number[], base: readonly number[]): string {
  const figures = shares.map((share) => `× ${(quantile(times, share) / quantile(base, share)).toFixed(2)}`);
  return `  ${'ratio to the baseline'.padEnd(36)} ${figures.map((figure) => figure.padStart(14)).join('  ')}`;
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
