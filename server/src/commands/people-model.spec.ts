import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { startTestApp, type TestApp, type TestUser } from '../../test/app-harness.js';
import { PeopleDesk } from '../../test/people-desk.js';
import { sampleTips } from '../../test/sample-tips.js';
import { rootDirectory } from '../config/config.js';
import { modelFileText, shippedModel } from '../features/people/index.js';
import { Database } from '../platform/database/database.js';
import { registerPeopleEstimate } from './people-estimate.js';
import { registerPeopleUseModel } from './people-use-model.js';

let server: TestApp;
let coordinator: TestUser;
let desk: PeopleDesk;
let folder = '';
let told = '';

beforeAll(async () => {
  server = await startTestApp();
  coordinator = await server.signedIn(['coordinator'], null, 'Koordinator Prøvestad');
  desk = new PeopleDesk(server, coordinator, (await server.openCampaign()).id);
});
afterAll(() => server.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'savner-model-'));
  told = '';
  for (const stream of [process.stdout, process.stderr]) {
    jest.spyOn(stream, 'write').mockImplementation((text) => {
      told += String(text);
      return true;
    });
  }
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

type Opener = Parameters<typeof registerPeopleUseModel>[1];
const noApp: Opener = () => Promise.reject(new Error('The application is not needed here'));
const inApp: Opener = (work) => work(server.app);

async function run(openApp: Opener, ...given: readonly string[]): Promise<void> {
  const program = new Command().exitOverride();
  const people = program.command('people');
  registerPeopleEstimate(people, openApp);
  registerPeopleUseModel(people, openApp);
  told = '';
  await program.parseAsync(['people', ...given], { from: 'user' });
}

const sample = join(rootDirectory, 'sample-data/tips-sample.csv');
const learntFrom = { tips: 600, pairs: 200, answers: 0, randomPairs: 60_000, seed: 1 };

/** A file with a model that is bolder, or more careful, by some bits. */
function modelFile(version: string, bits: number): string {
  const file = join(folder, `${version}.json`);
  writeFileSync(
    file,
    modelFileText({ ...shippedModel, version, prior: shippedModel.prior + bits }, learntFrom),
  );
  return file;
}

describe('people estimate', () => {
  it('learns from a list without a database, tells what would change by id alone, and writes the model', async () => {
    const out = join(folder, 'model.json');
    await run(noApp, 'estimate', sample, '--out', out);
    expect(told).toMatch(/Lært av \d{3} tips: \d{3} par/);
    expect(told).toMatch(/Fornavn\n {2}likt +\+12,00/);
    expect(told).toMatch(/par går fra spørsmål til automatisk/);
    expect(told).toMatch(/Personer: (\d+) → \1\./);
    const words = readFileSync(sample, 'utf8')
      .split('\n')
      .slice(1, 400)
      .map((row) => row.split(';')[4] ?? '');
    const surnames = words.filter((word) => word.length > 4);
    expect(surnames.length).toBeGreaterThan(100);
    expect(surnames.filter((name) => told.includes(name))).toEqual([]);
    const written = JSON.parse(readFileSync(out, 'utf8')) as { version: string; basedOn: string };
    expect(written).toMatchObject({ format: 1, basedOn: shippedModel.version });
    expect(told).toContain(written.version);
  });

  it('refuses too little, with what there is, what it takes and what to do', async () => {
    const few = join(folder, 'few.csv');
    writeFileSync(few, readFileSync(sample, 'utf8').split('\n').slice(0, 100).join('\n'));
    await expect(run(noApp, 'estimate', few)).rejects.toThrow(
      /for lite å lære av: \d+ tips og \d+ par.*minst 300 tips og 100 par.*oppgi flere lister/,
    );
    await expect(run(inApp, 'estimate')).rejects.toThrow(/for lite å lære av: 0 tips/);
  });

  it('writes nothing where it cannot, and says so', async () => {
    await expect(run(noApp, 'estimate', sample, '--out', join(folder, 'no', 'model.json'))).rejects.toThrow(
      /Kan ikke skrive til/,
    );
  });
});

describe('people use-model', () => {
  const anne = { firstNames: 'Anne', lastName: 'Hansen', place: 'Oslo' };
  const siri = { firstNames: 'Siri', lastName: 'Brendryen', place: 'Oslo' };
  let tipIds: string[];
  beforeAll(async () => {
    tipIds = await desk.give([
      anne,
      { ...anne, firstNames: 'Anne Lise', place: 'Bergen', birthYear: 1970 },
      siri,
      { ...siri, birthYear: 1984 },
    ]);
    const [siriHome] = await desk.homesOf([tipIds[2]]);
    const parted = { tipId: tipIds[3], from: 'person', why: 'To søskenbarn' };
    const answer = await coordinator.send('POST', `${desk.url}/households/${siriHome}/split`, parted);
    expect(answer.status).toBe(201);
  });
  const versions = async () => {
    const rows = await server
      .get(Database)
      .select<{ v: string }>('SELECT DISTINCT model_version AS v FROM match_edge');
    return rows.map(({ v }) => v).sort();
  };
  const persons = () => desk.groups('person', tipIds, ['anne 1', 'anne 2', 'siri 1', 'siri 2']);

  it('names the field and the remedy of a wrong file, before the application is opened', async () => {
    const file = modelFile('wrong', 0);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"exact": 12', '"exact": 85'));
    await expect(run(noApp, 'use-model', file)).rejects.toThrow(
      /weights\.given\.exact: Kan ikke være over 30[^]*people estimate/,
    );
  });

  it('changes nothing without --yes, and tells what would change', async () => {
    const before = await desk.everything();
    await run(inApp, 'use-model', modelFile('own-bold', 8));
    expect(told).toMatch(/1 par går fra spørsmål til automatisk/);
    expect(told).toContain('Ingenting er endret. Legg til --yes');
    expect(told).not.toMatch(/Anne|Hansen|Siri|Brendryen/);
    expect(await desk.everything()).toEqual(before);
    expect(await versions()).toEqual([shippedModel.version]);
  });

  it('with --yes matches every tip by the new weights, leaves answers alone, and goes back to the shipped ones', async () => {
    expect(await persons()).toHaveLength(4);
    const before = await desk.everything();
    await run(inApp, 'use-model', modelFile('own-bold', 8), '--yes');
    expect(told).toContain('Modellen er i bruk, og 4 tips er sammenlignet på nytt.');
    expect(told).toMatch(/1 svar fra mennesker sier modellen imot/);
    expect(await versions()).toEqual(['own-bold']);
    expect(await persons()).toEqual([['anne 1', 'anne 2'], ['siri 1'], ['siri 2']]);

    const [later] = await desk.give([{ ...anne, birthYear: 1970 }]);
    expect(await versions()).toEqual(['own-bold']);
    await desk.erase([later ?? '']);

    await run(inApp, 'use-model', 'shipped', '--yes');
    expect(await versions()).toEqual([shippedModel.version]);
    expect(await desk.everything()).toEqual(before);
  });

  it('refuses what is in use already, and a name that stands for other weights', async () => {
    await expect(run(inApp, 'use-model', 'shipped')).rejects.toThrow(/er i bruk allerede/);
    await expect(run(inApp, 'use-model', modelFile('own-bold', 7), '--yes')).rejects.toThrow(
      /version: own-bold er navnet på en annen modell.*people estimate/,
    );
    await expect(run(inApp, 'use-model', modelFile(shippedModel.version, 1))).rejects.toThrow(/annen modell/);
    expect(await versions()).toEqual([shippedModel.version]);
  });

  it('tells beforehand what it comes to, by the rules the campaign is matched by', async () => {
    await desk.give(sampleTips().tips);
    const count = async (sql: string) => {
      const [row] = await server.get(Database).select<{ n: number | string }>(sql);
      return Number(row?.n);
    };
    const found = async () => ({
      persons: await count('SELECT COUNT(*) AS n FROM person WHERE retired_at IS NULL'),
      households: await count('SELECT COUNT(*) AS n FROM household WHERE retired_at IS NULL'),
      questions: await count('SELECT COUNT(*) AS n FROM match_question'),
    });
    const before = await found();
    const file = modelFile('own-bolder', 3);
    await run(inApp, 'use-model', file);
    const figures = /Personer: (\d+) → (\d+)\. Husstander: (\d+) → (\d+)\. Spørsmål: (\d+) → (\d+)\./.exec(
      told,
    );
    const [people, peopleAfter, homes, homesAfter, asked, askedAfter] = (figures ?? []).slice(1).map(Number);
    expect({ persons: people, households: homes, questions: asked }).toEqual(before);
    await run(inApp, 'use-model', file, '--yes');
    expect(await found()).toEqual({
      persons: peopleAfter,
      households: homesAfter,
      questions: askedAfter,
    });
  });
});
