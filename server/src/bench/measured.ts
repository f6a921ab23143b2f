import { pathToFileURL } from 'node:url';

/** Runs a program of ours and tells, when it ends, the most memory it has had: `node measured.js PROGRAM …`. */
const [, , program = '', ...parameters] = process.argv;
process.argv = [process.argv[0] ?? '', program, ...parameters];
process.on('exit', () => {
  process.stderr.write(`\nmost memory: ${process.resourceUsage().maxRSS} kB\n`);
});
await import(pathToFileURL(program).href);
