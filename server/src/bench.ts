import { Command } from 'commander';
import { z } from 'zod';
import 'reflect-metadata';
import { benchMatching } from './bench/matching/matching-bench.js';
import { benchPostcards } from './bench/postcards/postcards-bench.js';
import { benchNewTip } from './bench/new-tip/new-tip-bench.js';

const size = z.coerce.number().int().min(100).max(5_000_000);
const sizes = z.array(size);
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
program
  .command('new-tip')
  .description('how long one new tip takes in a large campaign, in a database that is thrown away')
  .argument('[size]', 'how many tips the campaign has', '1000000')
  .option('--seed <number>', 'the same seed gives the same tips', '7')
  .action(async (given: unknown, options: { readonly seed: unknown }) => {
    await benchNewTip(size.parse(given), seed.parse(options.seed));
  });
program
  .command('postcards')
  .description('how fast and how small print files are made, beside plain pdfkit and other engines')
  .argument('[sizes...]', 'how many cards', ['600', '10000', '100000'])
  .option('--seed <number>', 'the same seed gives the same cards', '7')
  .option('--install', 'first put the other engines in place (apt-get, npm)')
  .action(async (given: unknown, options: { readonly seed: unknown; readonly install?: unknown }) => {
    await benchPostcards(sizes.parse(given), seed.parse(options.seed), options.install === true);
  });
await program.parseAsync();
