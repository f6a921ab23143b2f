import type { Campaign } from '@savner/contract/campaigns';
import type { MatchRehearsal, RehearsedTip } from '../../features/people/index.js';
import { newId } from '../../platform/ids.js';
import type { GeneratedTip } from '../matching/tips-generator.js';
import { withoutIndices } from './bulk-load.js';
import { recordOf, tipRow } from './invented-tip.js';
import type { RawConnection, Row } from './raw-connection.js';

type Judge = Awaited<ReturnType<MatchRehearsal['judge']>>;

/** What a tip came to: enough to join the next tip about the same household to it. */
interface Stored {
  readonly tip: RehearsedTip;
  readonly personId: string;
  readonly householdId: string;
}

const tipsAtATime = 20_000;
/** Tips about one household come within some thousands of each other; older ones are let go of. */
const remembered = 60_000;
const tables = ['tip', 'tip_feature', 'match_edge', 'membership', 'household', 'person', 'call_case'];

/** Fills an empty database with what a campaign holds when so many tips have been matched, past the product but by its rules. */
export class FilledCampaign {
  readonly #mates = new Map<number, Stored[]>();
  #rows = new Map<string, Row[]>();
  #count = 0;
  #keys = 0;
  #edges = 0;

  constructor(
    private readonly raw: RawConnection,
    private readonly campaign: Campaign,
    private readonly rehearsal: MatchRehearsal,
    private readonly judge: Judge,
  ) {}

  /** @returns what was stored, counted */
  async fill(tips: Iterable<GeneratedTip>): Promise<{ tips: number; keys: number; edges: number }> {
    const { raw } = this;
    if (raw.kind === 'sqlite')
      await raw.run('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000');
    await raw.run('CREATE TEMP TABLE staged_key (key_hash varchar(64), tip_id varchar(36))');
    const all = raw.kind === 'sqlite' ? tables : [...tables, 'match_key'];
    await withoutIndices(raw, all, async () => {
      for (const tip of tips) {
        this.#take(tip);
        if (this.#count % tipsAtATime === 0) await this.#flush();
      }
      await this.#flush();
      await raw.run('INSERT INTO match_key SELECT * FROM staged_key ORDER BY key_hash, tip_id');
      await raw.run('DROP TABLE staged_key');
      for (const sql of derived) await raw.run(sql);
    });
    const size = 2 ** Math.ceil(Math.log2(Math.max(512, this.#count)));
    const scale = { campaign_id: this.campaign.id, tips: this.#count, size };
    await raw.insert('match_scale', [{ ...scale, features_version: this.rehearsal.version }]);
    if (raw.kind === 'sqlite') await raw.run('PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL');
    return { tips: this.#count, keys: this.#keys, edges: this.#edges };
  }

  #take(generated: GeneratedTip): void {
    const record = recordOf(generated, this.campaign.id, new Date(Date.UTC(2026, 0, 12) + this.#count));
    const tip = this.rehearsal.prepare(this.campaign.id, record);
    const births = { birth_person_id: newId(), birth_household_id: newId() };
    const { personId, householdId } = this.#join(generated.household, tip, births);
    const about = { campaign_id: this.campaign.id, tip_id: record.id };
    this.#add('tip', tipRow(record));
    this.#add('tip_feature', { ...about, ...tip.row, ...births });
    for (const key of tip.keys) this.#add('staged_key', { key_hash: key, tip_id: record.id });
    this.#add('membership', {
      id: newId(),
      ...about,
      person_id: tip.features.kind === 'family' ? null : personId,
      household_id: householdId,
      since: record.receivedAt.toISOString(),
      cause: 'matched',
    });
    this.#count += 1;
    this.#keys += tip.keys.length;
  }

  #join(
    household: number,
    tip: RehearsedTip,
    births: { readonly birth_person_id: string; readonly birth_household_id: string },
  ): Stored {
    const mates = this.#mates.get(household) ?? [];
    const edges = mates.flatMap((mate) => {
      const edge = this.judge(mate.tip.features, tip.features);
      return edge ? [{ mate, edge }] : [];
    });
    for (const { edge } of edges) this.#addEdge(edge);
    const same = edges.find(({ edge }) => edge.band === 'automatic')?.mate;
    const home = same ?? edges.find(({ edge }) => edge.household === 'sure')?.mate;
    const stored = {
      tip,
      personId: same?.personId ?? births.birth_person_id,
      householdId: home?.householdId ?? births.birth_household_id,
    };
    this.#mates.delete(household);
    this.#mates.set(household, [...mates, stored]);
    const [oldest] = this.#mates.keys();
    if (this.#mates.size > remembered && oldest !== undefined) this.#mates.delete(oldest);
    return stored;
  }

  #addEdge(judged: NonNullable<ReturnType<Judge>>): void {
    const { a, b, bits, probability, band, household, levels, modelVersion } = judged;
    const ends = { tip_a: a, tip_b: b, campaign_id: this.campaign.id };
    this.#add('match_edge', {
      ...ends,
      ...{ bits, probability, band, household },
      levels: JSON.stringify(levels),
      model_version: modelVersion,
    });
    this.#edges += 1;
  }

  #add(table: string, row: Row): void {
    const rows = this.#rows.get(table);
    if (rows) rows.push(row);
    else this.#rows.set(table, [row]);
  }

  async #flush(): Promise<void> {
    for (const [table, rows] of this.#rows) await this.raw.insert(table, rows);
    this.#rows = new Map();
  }
}

/** Households, persons and calls as the tips' places have them; their texts are those of one tip. */
const derived = [
  `INSERT INTO household (id, campaign_id, municipality, display_name, sort_key, search_key, names_on_card, street, postcode,
     place, has_address, phones, emails, tip_count, person_count, first_tip_at, inform_by, stage, sorting_reason, created_at, version)
   SELECT m.household_id, MIN(m.campaign_id), MIN(t.municipality), MIN(t.search_text), MIN(t.search_text), MIN(t.search_text),
     '[]', MIN(t.street), MIN(t.postcode), MIN(t.place), MIN(t.street) IS NOT NULL, '[]', '[]', COUNT(*), COUNT(DISTINCT m.person_id),
     MIN(t.received_at), '2026-02-11T00:00:00.000Z', 'sorting', 'no_address', MIN(m.since), 1
   FROM membership m JOIN tip t ON t.id = m.tip_id GROUP BY m.household_id`,
  `INSERT INTO person (id, campaign_id, household_id, display_name, birth_year, tip_count, created_at)
   SELECT m.person_id, MIN(m.campaign_id), MIN(m.household_id), MIN(t.search_text), MIN(t.birth_year), COUNT(*), MIN(m.since)
   FROM membership m JOIN tip t ON t.id = m.tip_id WHERE m.person_id IS NOT NULL GROUP BY m.person_id`,
  `INSERT INTO call_case (id, campaign_id, household_id, municipality, standing, state, queue_rank, half_attempts, busy_count,
     other_person_count, message_count, skips, inform_by, has_address, turn)
   SELECT id, campaign_id, id, municipality, 'sorting', 'queued', 0, 0, 0, 0, 0, 0, inform_by, has_address, 0 FROM household`,
];
