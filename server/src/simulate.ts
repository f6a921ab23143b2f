import { setMaxListeners } from 'node:events';
import { tmpdir } from 'node:os';
import { Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import 'reflect-metadata';
import { makeThrownAwayPlace } from './bench/thrown-away-place.js';
import { type Config, ConfigurationError, readConfig } from './config/config.js';
import { explainStart } from './explain-start.js';
import { daysWith } from './simulate/preparation.js';
import { simulate } from './simulate/simulation.js';

const wholeNumber = (least: number, most: number) => (text: string) => {
  const parsed = z.coerce.number().int().min(least).max(most).safeParse(text);
  if (!parsed.success) throw new InvalidArgumentError(`must be a whole number from ${least} to ${most}`);
  return parsed.data;
};

const optionsSchema = z.object({
  mode: z.enum(['sqlite', 'postgres']),
  callers: z.number(),
  households: z.number(),
  opens: z.number(),
  seed: z.number(),
  speed: z.number(),
  kills: z.number(),
});
type Options = z.infer<typeof optionsSchema>;

class Interrupted extends Error {}

/** `npm run simulate -- …`: a ring night against a server of its own, played over HTTP and judged from outside. */
const program = new Command('npm run simulate --')
  .description('play a ring night against a running server, and check from outside that it kept its promises')
  .addOption(new Option('--mode <mode>', 'the database').choices(['sqlite', 'postgres']).default('sqlite'))
  .option('--callers <number>', 'how many call', wholeNumber(2, 2_000), 20)
  .option('--households <number>', 'how many are called', wholeNumber(10, 15_000), 120)
  .option('--opens <hour>', 'when the call hours begin; they end at 21', wholeNumber(17, 20), 17)
  .option('--seed <number>', 'the same seed gives the same people, who decide alike', wholeNumber(0, 1e9), 7)
  .option('--speed <number>', 'how many times as fast the evening goes', wholeNumber(1, 3_600), 60)
  .option('--kills <number>', 'how often the server is killed during it', wholeNumber(0, 50), 4)
  .action(async (given: unknown) => {
    process.exitCode = await run(optionsSchema.parse(given));
  });
await program.parseAsync();

/** @returns the exit code: 0 when every promise was kept, 1 when not, 130 after Ctrl-C */
async function run(options: Options): Promise<number> {
  const stop = new AbortController();
  // Every caller who waits listens.
  setMaxListeners(0, stop.signal);
  const limit = secondsFor(options);
  const timer = setTimeout(() => {
    stop.abort(new Error(`The simulation was not done within its limit of ${limit} seconds.`));
  }, limit * 1000);
  const interrupt = () => stop.abort(new Interrupted());
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    return await playIn(options, stop);
  } catch (error) {
    const reason: unknown = stop.signal.aborted ? stop.signal.reason : error;
    if (reason instanceof Interrupted) return 130;
    process.stderr.write(`${explainStart(reason)}\n`);
    return 1;
  } finally {
    clearTimeout(timer);
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

async function playIn(options: Options, stop: AbortController): Promise<number> {
  const begun = Date.now();
  const say = (text: string) => {
    process.stdout.write(`${((Date.now() - begun) / 1000).toFixed(0).padStart(4)} s  ${text}\n`);
  };
  const place = await makeThrownAwayPlace(configFor(options.mode), 'simulation');
  try {
    const { violations } = await simulate({ ...options, config: place.config }, stop, say);
    return violations.length === 0 ? 0 : 1;
  } finally {
    await place.remove();
  }
}

/** @throws ConfigurationError when PostgreSQL is asked for and not configured */
function configFor(mode: Options['mode']): Config {
  // Replaced by those of the place that is made.
  const own = { SECRET_KEY: 'only-until-the-place-has-one-of-its-own', DATA_DIR: tmpdir() };
  if (mode === 'sqlite') return readConfig(own);
  const config = readConfig();
  if (config.database.kind === 'postgres') return config;
  throw new ConfigurationError(['--mode postgres needs DATABASE_URL and REDIS_URL.']);
}

/** What no run of that size should need, even on a busy machine. */
function secondsFor({ callers, households, opens, speed }: Options): number {
  const days = daysWith(opens);
  const evening = (days.closes - days.night) / 1000 / speed;
  return Math.ceil(180 + 1.5 * evening + 0.5 * callers + 0.05 * households);
}
