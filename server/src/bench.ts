import { Command } from 'commander';
import { z } from 'zod';
import { benchMatching } from './bench/matching/matching-bench.js';

const sizes = z.array(z.coerce.number().int().min(100).max(5_000_000));
const seed = z.coerce.number().int();

/** `npm run bench -- NAME …`: measures the product beside a named baseline, and prints the ratio. */
const program = new Command('bench').description('measure the product beside a named baseline');
program
  .command('matching')
  .description('how right and how fast duplicates are found, on the sample and on generated tips')
  .argument('[sizes...]', 'how many tips to generate', ['10000', '100000', '1000000'])
  .option('--seed <number>', 'the same seed gives the same tips', '7')
  .action(async (given: unknown, options: { readonly seed: unknown }) => {
    await benchMatching(sizes.parse(given), seed.parse(options.seed));
  });
await program.parseAsync();
