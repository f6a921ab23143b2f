import { execFileSync } from 'node:child_process';

/** What a program says on its standard output. @throws Error when it fails */
export function run(program: string, ...given: readonly string[]): string {
  return execFileSync(program, given, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** The same for a program whose answer is not text. */
export function runForBytes(program: string, ...given: readonly string[]): Buffer {
  return execFileSync(program, given, { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
}

/** The card code printed on a page, with everything else in capitals and digits around it. */
export function printedOn(page: number, file: string): string {
  const number = String(page);
  return run('pdftotext', '-f', number, '-l', number, file, '-').replace(/[^A-Z0-9]/g, '');
}
