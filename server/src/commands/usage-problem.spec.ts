import { describe, expect, it } from '@jest/globals';
import { Command, CommanderError } from 'commander';
import { usageProblem } from './usage-problem.js';

function problemOf(...given: readonly string[]): string | null {
  const program = new Command('savner').configureOutput({
    outputError: () => undefined,
    writeOut: () => undefined,
  });
  program.exitOverride();
  const people = program.command('people');
  people
    .command('match')
    .argument('<file>')
    .requiredOption('--out <file>')
    .option('--clusters <file>')
    .action(() => undefined);
  try {
    program.parse(given, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return usageProblem(error);
    throw error;
  }
  return 'fine';
}

describe('a command that is given wrongly', () => {
  it.each([
    [['people', 'mach'], /«mach» finnes ikke\. Mente du match\?/],
    [['people', 'match', 'a.csv', '--out', 'b.csv', '--ut', 'c.csv'], /Valget --ut finnes ikke/],
    [['people', 'match', '--out', 'b.csv'], /«file» mangler/],
    [['people', 'match', 'a.csv', '--out'], /Valget --out <file> trenger en verdi/],
    [['people', 'match', 'a.csv'], /Valget --out <file> må være med/],
    [['people', 'match', 'a.csv', 'b.csv', '--out', 'c.csv'], /mer enn kommandoen tar/],
  ])('%j is told in Norwegian, with the remedy', (given, expected) => {
    expect(problemOf(...given)).toMatch(expected);
    expect(problemOf(...given)).toContain('--help');
  });

  it('is not told when somebody only asks for help', () => {
    expect(problemOf('people', 'match', '--help')).toBeNull();
  });
});
