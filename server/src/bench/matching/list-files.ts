import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { parse } from 'csv-parse';
import { baselines } from './baselines.js';
import type { Truth } from './cluster-figures.js';
import { generatedColumns, type GeneratedTip } from './tips-generator.js';

/** What a run is judged by, tip by tip in the order of the file. */
export interface JudgedList {
  readonly ids: readonly string[];
  readonly truth: readonly Truth[];
  /** The group each baseline puts the tip in. */
  readonly baselineGroups: readonly (readonly (string | null)[])[];
}

const pieceLength = 1 << 20;

/** Writes tips as a list in the format of the import, and keeps what a run is to be judged by. */
export async function writeList(file: string, tips: Iterable<GeneratedTip>): Promise<JudgedList> {
  const [ids, truth]: [string[], Truth[]] = [[], []];
  const groups: (string | null)[][] = baselines.map(() => []);
  const out = await open(file, 'w');
  let text = `${generatedColumns.join(';')}\n`;
  for (const { values, persons, household } of tips) {
    text += `${generatedColumns.map((column) => quoted(values[column])).join(';')}\n`;
    ids.push(values.tip_id);
    truth.push({ persons: persons.map(String), household: String(household) });
    for (const [index, { groupOf }] of baselines.entries()) groups[index]?.push(groupOf(values));
    if (text.length < pieceLength) continue;
    await out.writeFile(text);
    text = '';
  }
  await out.writeFile(text);
  await out.close();
  return { ids, truth, baselineGroups: groups };
}

/** Reads a table with `;` between the cells, row by row, without its header. */
export async function* tableRows(file: string): AsyncGenerator<string[]> {
  const rows: AsyncIterable<string[]> = createReadStream(file).pipe(parse({ delimiter: ';', from_line: 2 }));
  yield* rows;
}

function quoted(text: string): string {
  return /[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
