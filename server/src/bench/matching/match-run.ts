import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { rootDirectory } from '../../config/config.js';
import { baselines } from './baselines.js';
import { figures, figuresOfGroups, type PairFigures, pairsAmong } from './cluster-figures.js';
import { type JudgedList, tableRows } from './list-files.js';

/** What one run of `people match` came to. */
export interface MatchRun {
  readonly tips: number;
  readonly seconds: number;
  /** The largest the process became; null where the system does not tell. */
  readonly megabytes: number | null;
  readonly pairs: number;
  readonly reviewPerTip: number;
  readonly automatic: PairFigures;
  readonly automaticAndReview: PairFigures;
  readonly persons: PairFigures;
  readonly households: PairFigures;
  readonly baselines: readonly {
    readonly name: string;
    readonly persons: PairFigures;
    readonly households: PairFigures;
  }[];
}

/** Runs the command line as its user would, and judges what it wrote. */
export async function runMatch(file: string, folder: string, list: JudgedList): Promise<MatchRun> {
  const [pairs, clusters] = [join(folder, 'pairs.csv'), join(folder, 'clusters.csv')];
  const { seconds, megabytes } = await timed([
    'people',
    'match',
    file,
    '--out',
    pairs,
    '--clusters',
    clusters,
  ]);
  const placeOf = new Map(list.ids.map((id, place) => [id, place]));
  return {
    tips: list.ids.length,
    seconds,
    megabytes,
    ...(await judgePairs(pairs, placeOf, list)),
    ...(await judgeClusters(clusters, placeOf, list)),
    baselines: baselines.map(({ name }, index) => ({
      name,
      ...judgeGroups(list.baselineGroups[index] ?? [], list),
    })),
  };
}

async function timed(parameters: readonly string[]): Promise<{ seconds: number; megabytes: number | null }> {
  const program = join(rootDirectory, 'server', 'dist', 'cli.js');
  const begun = performance.now();
  const child = spawn(
    process.execPath,
    [join(rootDirectory, 'server', 'dist', 'bench', 'measured.js'), program, ...parameters],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let told = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (told += text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`people match ended with ${String(code)}: ${told}`);
  const kilobytes = /^most memory: (\d+) kB$/m.exec(told)?.[1];
  return {
    seconds: (performance.now() - begun) / 1000,
    megabytes: kilobytes === undefined ? null : Number(kilobytes) / 1024,
  };
}

async function judgePairs(
  file: string,
  placeOf: ReadonlyMap<string, number>,
  { truth }: JudgedList,
): Promise<Pick<MatchRun, 'pairs' | 'reviewPerTip' | 'automatic' | 'automaticAndReview'>> {
  const counts = { auto: { right: 0, found: 0 }, review: { right: 0, found: 0 } };
  for await (const [a = '', b = '', , decision = ''] of tableRows(file)) {
    const [one, other] = [truth[placeOf.get(a) ?? -1]?.persons, truth[placeOf.get(b) ?? -1]?.persons];
    const count = counts[decision as keyof typeof counts];
    if (!one || !other || sharesOnlyLater(one, other)) continue;
    count.found += 1;
    if (one[0] !== undefined && one[0] === other[0]) count.right += 1;
  }
  const real = realPairs(truth.map(({ persons }) => persons[0] ?? null));
  const { auto, review } = counts;
  return {
    pairs: auto.found + review.found,
    reviewPerTip: review.found / truth.length,
    automatic: figures(auto.right, auto.found, real),
    automaticAndReview: figures(auto.right + review.right, auto.found + review.found, real),
  };
}

async function judgeClusters(
  file: string,
  placeOf: ReadonlyMap<string, number>,
  list: JudgedList,
): Promise<Pick<MatchRun, 'persons' | 'households'>> {
  const [persons, households]: (string | null)[][] = [[], []];
  for await (const [id = '', person = '', household = ''] of tableRows(file)) {
    const place = placeOf.get(id) ?? -1;
    if (persons && person !== '') persons[place] = person;
    if (households) households[place] = household;
  }
  return {
    persons: judgePersons(persons ?? [], list),
    households: judgeHouseholds(households ?? [], list),
  };
}

function judgeGroups(groups: readonly (string | null)[], list: JudgedList) {
  return { persons: judgePersons(groups, list), households: judgeHouseholds(groups, list) };
}

function judgePersons(groups: readonly (string | null)[], { truth }: JudgedList): PairFigures {
  const first = truth.map(({ persons }) => persons[0] ?? null);
  return figuresOfGroups(groups, first, (a, b) =>
    sharesOnlyLater(truth[a]?.persons ?? [], truth[b]?.persons ?? []),
  );
}

function judgeHouseholds(groups: readonly (string | null)[], { truth }: JudgedList): PairFigures {
  return figuresOfGroups(
    groups,
    truth.map(({ household }) => household),
  );
}

/** A couple's tip and the partner's own tip count neither as right nor as wrong. */
function sharesOnlyLater(one: readonly string[], other: readonly string[]): boolean {
  return one[0] !== other[0] && one.some((person) => other.includes(person));
}

function realPairs(groups: readonly (string | null)[]): number {
  const sizes = new Map<string, number>();
  for (const group of groups) if (group !== null) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + pairsAmong(size), 0);
}
