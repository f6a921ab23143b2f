import type {
  Decision,
  HouseholdChange,
  HouseholdDetail,
  HouseholdRow,
  MatchKind,
  PairAnswer,
  RematchRun,
  ReviewCase,
} from '@savner/contract/people';
import { Database } from '../src/platform/database/database.js';
import { Jobs } from '../src/platform/jobs/jobs.js';
import type { TestAnswer, TestApp, TestUser } from './app-harness.js';
import { eraseTips, giveTips, type TipWords } from './give-tips.js';

interface StoredPlace {
  readonly tip: string;
  readonly person: string | null;
  readonly household: string;
}

/** A coordinator at work in a campaign of its own. */
export async function openDesk(server: TestApp, coordinator: TestUser): Promise<PeopleDesk> {
  return new PeopleDesk(server, coordinator, (await server.openCampaign()).id);
}

export class PeopleDesk {
  constructor(
    private readonly server: TestApp,
    private readonly coordinator: TestUser,
    readonly campaignId: string,
  ) {}

  get url(): string {
    return `/api/campaigns/${this.campaignId}`;
  }

  async give(tips: readonly TipWords[]): Promise<string[]> {
    return giveTips(this.server, this.campaignId, tips);
  }

  async erase(tipIds: readonly string[]): Promise<void> {
    await eraseTips(this.server, this.campaignId, tipIds);
  }

  async households(query = ''): Promise<HouseholdRow[]> {
    const answer = await this.coordinator.send('GET', `${this.url}/households?${query}`);
    return (answer.json as { households: HouseholdRow[] }).households;
  }

  async household(id: string): Promise<HouseholdDetail> {
    return (await this.coordinator.send('GET', `${this.url}/households/${id}`)).json as HouseholdDetail;
  }

  async onlyHousehold(): Promise<HouseholdDetail> {
    const [row] = await this.households();
    return this.household(row?.id ?? '');
  }

  async cases(query = ''): Promise<ReviewCase[]> {
    const answer = await this.coordinator.send('GET', `${this.url}/matches?${query}`);
    return (answer.json as { cases: ReviewCase[] }).cases;
  }

  async decisions(): Promise<Decision[]> {
    const answer = await this.coordinator.send('GET', `${this.url}/matches/decisions`);
    return (answer.json as { decisions: Decision[] }).decisions;
  }

  async decide(tipA: string | undefined, tipB: string | undefined, verdict: string): Promise<TestAnswer> {
    return this.coordinator.send('POST', `${this.url}/matches/decide`, {
      answers: [{ tipA, tipB, verdict }],
      why: 'Spurte moren',
    });
  }

  /** A whole case in one act; gives the id of the act. */
  async answer(kind: MatchKind, answers: readonly PairAnswer[], key?: string): Promise<TestAnswer> {
    return this.coordinator.send('POST', `${this.url}/matches/decide`, { kind, answers, key });
  }

  async split(householdId: string, tipId: string | undefined, from: MatchKind): Promise<TestAnswer> {
    return this.coordinator.send('POST', `${this.url}/households/${householdId}/split`, { tipId, from });
  }

  async change(householdId: string, ...changes: HouseholdChange[]): Promise<TestAnswer> {
    const { version } = await this.household(householdId);
    return this.coordinator.send('PATCH', `${this.url}/households/${householdId}`, { version, changes });
  }

  async undo(decisionId: string): Promise<TestAnswer> {
    return this.coordinator.send('POST', `${this.url}/matches/decisions/${decisionId}/undo`);
  }

  async rematch(): Promise<void> {
    await this.coordinator.send('POST', `${this.url}/matches/rematch`);
    await this.server.get(Jobs).drain();
  }

  async newestRun(): Promise<RematchRun | null> {
    const answer = await this.coordinator.send('GET', `${this.url}/matches/rematch`);
    return (answer.json as { run: RematchRun | null }).run;
  }

  async homesOf(tipIds: readonly (string | undefined)[]): Promise<string[]> {
    const places = await this.#places();
    return tipIds.map((tipId) => places.find(({ tip }) => tip === tipId)?.household ?? '');
  }

  /** All that a merge may touch, without version numbers and history. */
  async everything(): Promise<object> {
    const database = this.server.get(Database);
    const living = await this.households();
    const details = await Promise.all(living.map(({ id }) => this.household(id)));
    const persons = await database.select(
      'SELECT id, household_id, display_name, birth_year, tip_count FROM person WHERE campaign_id = ? AND retired_at IS NULL ORDER BY id',
      [this.campaignId],
    );
    const questions = await database.select(
      'SELECT kind, tip_a, tip_b, household_a, household_b FROM match_question WHERE campaign_id = ? ORDER BY kind, tip_a, tip_b',
      [this.campaignId],
    );
    const unversioned = [...living, ...details].map(({ version: _version, ...rest }) => rest);
    return { unversioned, persons, questions, places: await this.#places() };
  }

  /** Who is with whom; tips are named by their place in `tipIds`, or by `names`. */
  async groups(
    by: 'person' | 'household',
    tipIds: readonly string[],
    names: readonly string[] = tipIds.map((_, index) => String(index).padStart(3, '0')),
  ): Promise<string[][]> {
    const nameOf = new Map(tipIds.map((id, index) => [id, names[index] ?? '']));
    const found = new Map<string, string[]>();
    for (const place of await this.#places()) {
      const id = place[by];
      if (id !== null) found.set(id, [...(found.get(id) ?? []), nameOf.get(place.tip) ?? '']);
    }
    return [...found.values()]
      .map((group) => group.sort())
      .sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
  }

  async #places(): Promise<StoredPlace[]> {
    return this.server.get(Database).select<StoredPlace>(
      `SELECT tip_id AS tip, person_id AS person, household_id AS household
       FROM membership WHERE campaign_id = ? AND until IS NULL ORDER BY tip_id`,
      [this.campaignId],
    );
  }
}
