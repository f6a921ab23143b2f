import { Postcodes } from '../../campaigns/index.js';
import { explainPair, explanationText } from '../domain/matching/explain.js';
import { matchTips, type WholeMatch } from '../domain/matching/match-tips.js';
import { shippedModel } from '../domain/matching/model.js';
import { scorePair } from '../domain/matching/score.js';
import { loadNameLists } from '../name-lists.loader.js';
import { readTipsFile, type RowFault } from './tips-file.js';

export interface FilePair {
  readonly a: string;
  readonly b: string;
  readonly probability: number;
  /** `auto`: joined without asking, directly or through other tips. */
  readonly decision: 'auto' | 'review';
  readonly explanation: string;
}

export interface FileCluster {
  readonly tipId: string;
  /** Id of the group's first tip; null where a family is named without a given name. */
  readonly personId: string | null;
  readonly householdId: string;
}

export interface MatchedFile {
  readonly tipCount: number;
  readonly pairs: readonly FilePair[];
  readonly clusters: readonly FileCluster[];
  readonly faults: readonly RowFault[];
}

export interface MatchFileOptions {
  /** Probability from which tips are joined without asking. */
  readonly automaticFrom: number;
  /** Every field in the explanation, or the three that weigh most. */
  readonly explanation: 'full' | 'short';
}

/**
 * Matches a list of tips by itself, with the same rules as a campaign; no database, nothing stored.
 * @throws AppError validation_failed, unsupported_media_type
 */
export async function matchFile(bytes: Uint8Array, options: MatchFileOptions): Promise<MatchedFile> {
  const { tips, faults } = await readTipsFile(bytes);
  const postcodes = new Postcodes();
  const knowledge = { lists: loadNameLists(), placeOf: (postcode: string) => postcodes.placeOf(postcode) };
  const match = matchTips(tips, knowledge, { model: shippedModel, automaticFrom: options.automaticFrom });
  return { tipCount: tips.length, pairs: pairsOf(match, options), clusters: clustersOf(match), faults };
}

function pairsOf(match: WholeMatch, { explanation }: MatchFileOptions): FilePair[] {
  const groupOf = new Map(match.persons.flatMap((group) => group.map((tip) => [tip, group[0]] as const)));
  const joined = match.persons.flatMap((group) =>
    group.flatMap((a, index) => group.slice(index + 1).map((b) => ({ a, b, decision: 'auto' as const }))),
  );
  const asked = match.edges
    .filter((edge) => edge.band !== 'none' && groupOf.get(edge.a) !== groupOf.get(edge.b))
    .map(({ a, b }) => ({ a, b, decision: 'review' as const }));
  return [...joined, ...asked].flatMap((pair) => {
    const [one, other] = [match.features.get(pair.a), match.features.get(pair.b)];
    if (!one || !other) return [];
    const reasons = explainPair(one, other, shippedModel);
    return {
      ...pair,
      probability: scorePair(one, other, shippedModel).probability,
      explanation: explanationText(explanation === 'full' ? reasons : reasons.slice(0, 3)),
    };
  });
}

function clustersOf(match: WholeMatch): FileCluster[] {
  const personOf = new Map(
    match.persons.flatMap((group) => group.map((tip) => [tip, group[0] ?? tip] as const)),
  );
  const householdOf = new Map(
    match.households.flatMap((group) => group.map((tip) => [tip, group[0] ?? tip] as const)),
  );
  return [...match.features.keys()].map((tipId) => ({
    tipId,
    personId: personOf.get(tipId) ?? null,
    householdId: householdOf.get(tipId) ?? tipId,
  }));
}
