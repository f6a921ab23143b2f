/** Tells the person at the terminal what happens, one line at a time, on stderr so that results stay clean. */
export function say(text) {
  const time = new Date().toTimeString().slice(0, 8);
  process.stderr.write(`${time}  ${text}\n`);
}

/** Something that went wrong in a way a person can mend. */
export class Trouble extends Error {
  /** @param {string} what one sentence @param {string[]} remedies what to do about it, best first */
  constructor(what, ...remedies) {
    super(what);
    this.remedies = remedies;
  }
}

/** Thrown when the person pressed Ctrl-C; nothing is wrong. */
export class Interrupted extends Error {}

/** Runs a script to its end, and turns its failures into words and an exit code. */
export function run(script) {
  script().then(
    (code) => process.exit(code ?? 0),
    (error) => {
      if (error instanceof Interrupted) {
        process.stderr.write('\nAvbrutt. Ingenting er ødelagt; neste kjøring fortsetter der det trengs.\n');
        process.exit(130);
      }
      if (error instanceof Trouble) {
        process.stderr.write(`\nDet gikk ikke: ${error.message}\n`);
        for (const remedy of error.remedies) process.stderr.write(`  → ${remedy}\n`);
        process.exit(1);
      }
      process.stderr.write(`${error.stack ?? error}\n`);
      process.exit(1);
    },
  );
}

/** `8 sekunder`, `1 minutt 42 sekunder` since the given moment. */
export function sinceText(start) {
  const seconds = Math.round((Date.now() - start) / 1000);
  if (seconds < 1) return 'under ett sekund';
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const parts = [];
  if (minutes > 0) parts.push(minutes === 1 ? '1 minutt' : `${minutes} minutter`);
  if (rest > 0) parts.push(rest === 1 ? '1 sekund' : `${rest} sekunder`);
  return parts.join(' ');
}
