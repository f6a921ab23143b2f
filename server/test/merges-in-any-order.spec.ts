import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { MatchKind, Verdict } from '@savner/contract/people';
import fc from 'fast-check';
import { Database } from '../src/platform/database/database.js';
import { startTestApp, type TestApp, type TestUser } from './app-harness.js';
import type { TipWords } from './give-tips.js';
import { openDesk, type PeopleDesk } from './people-desk.js';

let server: TestApp;
let coordinator: TestUser;

beforeAll(async () => {
  server = await startTestApp();
  coordinator = await server.signedIn(['coordinator'], null, 'Koordinator Prøvestad');
});
afterAll(() => server.close());

/** Few names, numbers and doors, so that many tips are put together by the machine, and many are asked about. */
const someTip = fc.record({
  firstNames: fc.constantFrom('Per', 'Kari', 'Jon'),
  lastName: fc.constantFrom('Røsås', 'Nordmo'),
  birthYear: fc.constantFrom(null, 1950, 1985),
  phone: fc.constantFrom(null, '+4790000001', '+4790000002'),
  street: fc.constantFrom(null, 'Storgata 9', 'Kirkeveien 3'),
  postcode: fc.constant('2500'),
  municipality: fc.constantFrom('3427', '5025'),
}) satisfies fc.Arbitrary<TipWords>;

const someTips = fc.array(someTip, { minLength: 4, maxLength: 7 });

type Act =
  | {
      readonly act: 'answer';
      readonly a: number;
      readonly b: number;
      readonly kind: MatchKind;
      readonly verdict: Verdict;
    }
  | { readonly act: 'split'; readonly tip: number; readonly from: MatchKind }
  | { readonly act: 'undo'; readonly which: number }
  | { readonly act: 'rematch' };

const kind = fc.constantFrom<MatchKind>('person', 'household');
const someActs: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    fc.record({
      act: fc.constant('answer' as const),
      a: fc.nat(6),
      b: fc.nat(6),
      kind,
      verdict: fc.constantFrom<Verdict>('same', 'same', 'not_same'),
    }),
    fc.record({ act: fc.constant('split' as const), tip: fc.nat(6), from: kind }),
    fc.record({ act: fc.constant('undo' as const), which: fc.nat(9) }),
    fc.record({ act: fc.constant('rematch' as const) }),
  ),
  { minLength: 3, maxLength: 9 },
);

/** Somebody at the desk who remembers which answers stand. */
class Sitting {
  readonly standing: string[] = [];

  constructor(
    readonly desk: PeopleDesk,
    readonly tips: readonly string[],
  ) {}

  tip(place: number): string {
    return this.tips[place % this.tips.length] ?? '';
  }

  /** Refusals (the same tip twice, a contradiction) are as good as not having tried. */
  async perform(act: Act): Promise<void> {
    if (act.act === 'rematch') return this.desk.rematch();
    if (act.act === 'undo') return this.undo(act.which);
    const answer =
      act.act === 'answer'
        ? await this.desk.answer(act.kind, [
            { tipA: this.tip(act.a), tipB: this.tip(act.b), verdict: act.verdict },
          ])
        : await this.desk.split(
            (await this.desk.homesOf([this.tip(act.tip)]))[0] ?? '',
            this.tip(act.tip),
            act.from,
          );
    expect([201, 409, 422]).toContain(answer.status);
    if (answer.status === 201) this.standing.push((answer.json as { decisionId: string }).decisionId);
  }

  async undo(which: number): Promise<void> {
    const [id] = this.standing.splice(which % Math.max(1, this.standing.length), 1);
    if (id !== undefined) expect((await this.desk.undo(id)).status).toBe(200);
  }
}

async function sitDown(words: readonly TipWords[]): Promise<Sitting> {
  const desk = await openDesk(server, coordinator);
  return new Sitting(desk, await desk.give(words));
}

it('merges and splits, taken back in any order, give every part exactly the ids and values it had', async () => {
  await fc.assert(
    fc.asyncProperty(someTips, someActs, fc.array(fc.nat(9)), async (words, acts, order) => {
      const sitting = await sitDown(words);
      const before = await sitting.desk.everything();
      for (const act of acts) {
        await sitting.perform(act);
        await nothingIsLost(sitting);
      }
      for (const which of [...order, ...sitting.standing.map(() => 0)]) await sitting.undo(which);
      expect(await sitting.desk.everything()).toEqual(before);
    }),
    { numRuns: 15 },
  );
}, 120_000);

it('answers survive a re-run of everything: it changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(someTips, someActs, async (words, acts) => {
      const sitting = await sitDown(words);
      for (const act of acts) await sitting.perform(act);
      const before = await sitting.desk.everything();
      await sitting.desk.rematch();
      expect(await sitting.desk.everything()).toEqual(before);
      expect((await sitting.desk.newestRun())?.result).toMatchObject({
        merged: 0,
        parted: 0,
        newQuestions: 0,
      });
    }),
    { numRuns: 10 },
  );
}, 120_000);

it('a deleted tip leaves nothing, and what the others are does not depend on when it went', async () => {
  await fc.assert(
    fc.asyncProperty(someTips, someActs, fc.nat(6), async (words, acts, gone) => {
      const sitting = await sitDown(words);
      for (const act of acts) await sitting.perform(act);
      const tip = sitting.tip(gone);
      await sitting.desk.erase([tip]);
      for (const [table, column] of traces) {
        const rows = await server.get(Database).select(`SELECT 1 FROM ${table} WHERE ${column} = ?`, [tip]);
        expect([table, column, rows.length]).toEqual([table, column, 0]);
      }
      const before = await sitting.desk.everything();
      await nothingIsLost({ desk: sitting.desk, tips: sitting.tips.filter((id) => id !== tip) });
      await sitting.desk.rematch();
      expect(await sitting.desk.everything()).toEqual(before);
    }),
    { numRuns: 10 },
  );
}, 120_000);

const traces = [
  ['tip_feature', 'tip_id'],
  ['match_key', 'tip_id'],
  ['match_edge', 'tip_a'],
  ['match_edge', 'tip_b'],
  ['match_decision', 'tip_a'],
  ['match_decision', 'tip_b'],
  ['match_question', 'tip_a'],
  ['match_question', 'tip_b'],
  ['membership', 'tip_id'],
  ['household_fact', 'tip_id'],
] as const;

/** Every tip lives in one living household, every value it told is there, and only those that are asked about wait. */
async function nothingIsLost({ desk, tips }: Pick<Sitting, 'desk' | 'tips'>): Promise<void> {
  const households = await Promise.all((await desk.households()).map(({ id }) => desk.household(id)));
  const missers = households.flatMap((household) => household.missers.map(({ tipId }) => tipId));
  expect([...missers].sort()).toEqual([...tips].sort());
  for (const { values, missers: own } of households) {
    for (const { wrote } of own) {
      const phone = /\+47\d{8}/.exec(wrote)?.[0];
      if (phone !== undefined) expect(values.phones.map(({ value }) => value)).toContain(phone);
    }
  }
  const persons = households.flatMap((household) => household.persons.map(({ id }) => id));
  expect(new Set(persons).size).toBe(persons.length);
  const asked = new Set(
    (await desk.cases()).flatMap(({ sides }) => sides.map(({ householdId }) => householdId)),
  );
  const held = households.filter(({ sortingReason }) => sortingReason === 'possible_duplicate');
  expect(held.map(({ id }) => id).sort()).toEqual([...asked].sort());
}
