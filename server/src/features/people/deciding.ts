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
import { conflictOf, type DecisionConflict } from './domain/matching/decision-conflict.js';
import type { PairDecision } from './domain/matching/component.js';
import { FeaturesRepository } from './features.repository.js';
import { openOrDraft } from './households.service.js';
import { MatchRepository } from './match.repository.js';
import { MembershipsRepository } from './memberships.repository.js';
import { Settling } from './settling.js';

export interface Answer {
  readonly kind: MatchKind;
  readonly tipA: string;
  readonly tipB: string;
  readonly verdict: Verdict;
  readonly why: string;
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

  /** @throws AppError not_found, conflict (contradicts another answer), campaign_not_open */
  async decide(actor: Actor, campaignId: string, answer: Answer): Promise<Decided> {
    const campaign = openOrDraft(await this.campaigns.get(campaignId));
    return this.#locked(campaign, () => this.#add(actor, campaign, 'review', [answer]));
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
      const isOfOwnPerson = (personId: string | null) => own.personId !== null && personId === own.personId;
      const others = tips.filter(
        (tip) => tip.tipId !== tipId && isOfOwnPerson(tip.personId) === (from === 'person'),
      );
      if (others.length === 0) throw new AppError('conflict', 'Det er ingenting å skille tipset fra.');
      const answers = others.map(
        (other) => ({ kind: from, verdict: 'not_same', tipA: tipId, tipB: other.tipId, why }) as const,
      );
      return this.#add(actor, campaign, 'split', answers);
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
    answers: readonly Answer[],
  ): Promise<Decided> {
    const tipIds = tipsOf(answers);
    const known = new Map((await this.features.find(tipIds)).map((row) => [row.tipId, row]));
    await this.#refuseContradictions(answers);
    const actId = newId();
    const rows = answers.map(({ kind, verdict, tipA, tipB, why }) => {
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
      };
    });
    await this.decisions.add(rows);
    return {
      decisionId: actId,
      householdIds: await this.settling.settle(campaign, tipIds, `decision:${actId}`),
    };
  }

  async #refuseContradictions(answers: readonly Answer[]): Promise<void> {
    const standing = await this.decisions.standing(await this.settling.component(tipsOf(answers)));
    for (const { kind, verdict, tipA, tipB } of answers) {
      const proposed: PairDecision = { kind, verdict, a: tipA, b: tipB, isCurrent: true };
      const conflict = conflictOf(proposed, standing);
      if (conflict !== 'none') throw new AppError('conflict', conflictTexts[conflict]);
    }
  }

  async #locked<Result>(campaign: Campaign, work: () => Promise<Result>): Promise<Result> {
    return this.database.transaction(async () => {
      await this.match.lockCampaign(campaign.id);
      return work();
    });
  }
}

const conflictTexts = {
  answered: 'Paret er allerede besvart. Ta det gamle svaret tilbake først.',
  joined: 'Andre svar sier at de to er samme. Ta et av dem tilbake først.',
  parted: 'Andre svar sier at de to er forskjellige. Ta et av dem tilbake først.',
} as const satisfies Record<Exclude<DecisionConflict, 'none'>, string>;

function tipsOf(pairs: readonly { readonly tipA: string; readonly tipB: string }[]): string[] {
  return [...new Set(pairs.flatMap(({ tipA, tipB }) => [tipA, tipB]))];
}
