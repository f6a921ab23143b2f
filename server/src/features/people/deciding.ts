import { Injectable } from '@nestjs/common';
import type { Campaign } from '@savner/contract/campaigns';
import type { MatchKind, Verdict } from '@savner/contract/people';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError, notFound } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { CampaignsService } from '../campaigns/index.js';
import { DecisionsRepository } from './decisions.repository.js';
import { checkAnswers } from './domain/matching/check-answers.js';
import type { PairDecision } from './domain/matching/component.js';
import type { DecisionConflict } from './domain/matching/decision-conflict.js';
import { FeaturesRepository } from './features.repository.js';
import { openOrDraft } from './households.service.js';
import { MatchRepository } from './match.repository.js';
import type { Place } from './domain/matching/settle-plan.js';
import { MembershipsRepository } from './memberships.repository.js';
import { Settling } from './settling.js';

/** Everything one act says, about pairs of tips. */
export interface Answer {
  readonly kind: MatchKind;
  readonly answers: readonly { readonly tipA: string; readonly tipB: string; readonly verdict: Verdict }[];
  readonly why: string;
  /** Sent again with the same key, the answer is stored once. */
  readonly key?: string | undefined;
}

export interface Decided {
  readonly decisionId: string;
  readonly householdIds: string[];
}

/** Answers of a human about who is who; each can be taken back until the campaign closes, and then all is as before. */
@Injectable()
export class Deciding {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsService,
    private readonly decisions: DecisionsRepository,
    private readonly features: FeaturesRepository,
    private readonly memberships: MembershipsRepository,
    private readonly match: MatchRepository,
    private readonly settling: Settling,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not_found, conflict (contradicts another answer, or the key is another answer's), campaign_not_open */
  async decide(actor: Actor, campaignId: string, answer: Answer): Promise<Decided> {
    const campaign = openOrDraft(await this.campaigns.get(campaignId));
    return this.#locked(campaign, async () => {
      const stored = answer.key === undefined ? [] : await this.decisions.withKey(campaignId, answer.key);
      const [known] = stored;
      if (!known) return this.#add(actor, campaign, 'review', answer);
      const sent = new Set(answer.answers.map((each) => answerText({ ...each, kind: answer.kind })));
      if (!stored.every((row) => sent.has(answerText(row))))
        throw new AppError(
          'conflict',
          'key: Nøkkelen hører til et annet svar. Send svaret med en ny nøkkel.',
        );
      return { decisionId: known.actId, householdIds: [] };
    });
  }

  /** Takes a tip out of its person, or its person out of the household. @throws AppError not_found, conflict, campaign_not_open */
  async split(
    actor: Actor,
    campaignId: string,
    householdId: string,
    { tipId, from, why }: { readonly tipId: string; readonly from: MatchKind; readonly why: string },
  ): Promise<Decided> {
    const campaign = openOrDraft(await this.campaigns.get(campaignId));
    return this.#locked(campaign, async () => {
      const tips = await this.memberships.ofHouseholds([householdId]);
      const own = tips.find((tip) => tip.tipId === tipId);
      if (!own) throw notFound('Tipset i denne husstanden');
      const { own: ownTips, others } = partsOfSplit(tips, own, from);
      if (others.length === 0) throw new AppError('conflict', 'Det er ingenting å skille tipset fra.');
      const answers = ownTips.flatMap((tipA) =>
        others.map((tipB) => ({ verdict: 'not_same', tipA, tipB }) as const),
      );
      return this.#add(actor, campaign, 'split', { kind: from, answers, why });
    });
  }

  /** @throws AppError not_found, undo_too_late (campaign closed), conflict (already taken back) */
  async undo(actor: Actor, campaignId: string, decisionId: string): Promise<string[]> {
    const campaign = await this.campaigns.get(campaignId);
    if (campaign.state === 'closed') {
      throw new AppError('undo_too_late', 'Kampanjen er avsluttet, og svaret kan ikke lenger tas tilbake.');
    }
    return this.#locked(campaign, async () => {
      const act = await this.decisions.find(campaignId, decisionId);
      if (!act) throw notFound('Svaret');
      if (act.undo) throw new AppError('conflict', 'Svaret er allerede tatt tilbake.');
      await this.decisions.addUndo({
        actId: decisionId,
        undoneById: actor.userId,
        undoneBy: actor.name,
        undoneAt: this.clock.now(),
      });
      return this.settling.settle(campaign, tipsOf(act.rows), `undo:${decisionId}`);
    });
  }

  async #add(
    actor: Actor,
    campaign: Campaign,
    origin: 'review' | 'split',
    { kind, answers, why, key }: Answer,
  ): Promise<Decided> {
    const tipIds = tipsOf(answers);
    const known = new Map((await this.features.find(tipIds)).map((row) => [row.tipId, row]));
    const fresh = await this.#checked(
      tipIds,
      answers.map(({ tipA, tipB, verdict }) => ({ kind, verdict, a: tipA, b: tipB, isCurrent: true })),
    );
    const actId = newId();
    const rows = fresh.map(({ verdict, a: tipA, b: tipB }) => {
      const [a, b] = [known.get(tipA), known.get(tipB)];
      if (a?.campaignId !== campaign.id || b?.campaignId !== campaign.id) throw notFound('Tipset');
      return {
        id: newId(),
        actId,
        campaignId: campaign.id,
        kind,
        verdict,
        origin,
        tipA,
        tipB,
        hashA: a.matchedHash,
        hashB: b.matchedHash,
        decidedById: actor.userId,
        decidedBy: actor.name,
        decidedAt: this.clock.now(),
        why,
        answerKey: key ?? null,
      };
    });
    await this.decisions.add(rows);
    return {
      decisionId: actId,
      householdIds: await this.settling.settle(campaign, tipIds, `decision:${actId}`),
    };
  }

  async #checked(
    tipIds: readonly string[],
    proposed: readonly PairDecision[],
  ): Promise<readonly PairDecision[]> {
    const component = await this.settling.component(tipIds);
    const standing = await this.decisions.standing(component);
    const together = recordsOf(proposed[0]?.kind ?? 'person', await this.memberships.current(component));
    const checked = checkAnswers(proposed, standing, together);
    if (!checked.ok) throw new AppError('conflict', conflictTexts[checked.conflict]);
    return checked.fresh;
  }

  async #locked<Result>(campaign: Campaign, work: () => Promise<Result>): Promise<Result> {
    return this.database.transaction(async () => {
      await this.match.lockCampaign(campaign.id);
      return work();
    });
  }
}

/** The same for both orders of the two. */
function answerText(answer: {
  readonly kind: MatchKind;
  readonly tipA: string;
  readonly tipB: string;
  readonly verdict: Verdict;
}): string {
  return [answer.kind, answer.verdict, ...[answer.tipA, answer.tipB].sort()].join(' ');
}

const conflictTexts = {
  answered: 'Dette er allerede besvart. Ta det gamle svaret tilbake først.',
  joined: 'Andre svar sier at de to er samme. Ta et av dem tilbake først.',
  parted: 'Andre svar sier at de to er forskjellige. Ta et av dem tilbake først.',
} as const satisfies Record<Exclude<DecisionConflict, 'none'>, string>;

function tipsOf(pairs: readonly { readonly tipA: string; readonly tipB: string }[]): string[] {
  return [...new Set(pairs.flatMap(({ tipA, tipB }) => [tipA, tipB]))];
}

/** The tips of each person, or of each household. */
function recordsOf(kind: MatchKind, places: readonly Place[]): string[][] {
  const records = new Map<string, string[]>();
  for (const { tipId, personId, householdId } of places) {
    const record = kind === 'person' ? personId : householdId;
    if (record !== null) records.set(record, [...(records.get(record) ?? []), tipId]);
  }
  return [...records.values()];
}

/** A tip leaves its person alone; a household is left by the whole person the tip is about. */
function partsOfSplit(
  tips: readonly Place[],
  own: Place,
  from: MatchKind,
): { readonly own: readonly string[]; readonly others: readonly string[] } {
  const isOwn = ({ tipId, personId }: Place) =>
    tipId === own.tipId || (own.personId !== null && personId === own.personId);
  const ids = (some: readonly Place[]) => some.map(({ tipId }) => tipId);
  const person = tips.filter(isOwn);
  return from === 'person'
    ? { own: [own.tipId], others: ids(person).filter((tipId) => tipId !== own.tipId) }
    : { own: ids(person), others: ids(tips.filter((tip) => !isOwn(tip))) };
}
