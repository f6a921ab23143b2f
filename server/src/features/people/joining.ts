import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { notFound } from '../../platform/errors.js';
import { Deciding } from './deciding.js';
import { DecisionsRepository } from './decisions.repository.js';
import { FeaturesRepository } from './features.repository.js';
import { Matching } from './matching.js';

export interface JoinedTip {
  /** The tip that has just been stored; the job that matches it may not have come to it yet. */
  readonly tipId: string;
  readonly sameAs: string;
  readonly why: string;
}

/** Carries out what somebody said while typing a tip in: that it is about one who has been tipped about before. */
@Injectable()
export class Joining {
  constructor(
    private readonly matching: Matching,
    private readonly features: FeaturesRepository,
    private readonly decisions: DecisionsRepository,
    private readonly deciding: Deciding,
  ) {}

  /**
   * An answer needs both tips' features, so a tip that has not been matched yet is matched first. A family named without
   * given names is no person: there the answer is about the household. Sent again, it changes nothing.
   * @throws AppError not_found, conflict (contradicts another answer), campaign_not_open
   */
  async join(actor: Actor, campaignId: string, { tipId, sameAs, why }: JoinedTip): Promise<void> {
    await this.matching.matchUnmatched(campaignId, [tipId, sameAs]);
    const rows = (await this.features.find([tipId, sameAs])).filter((row) => row.campaignId === campaignId);
    if (rows.length < 2) throw notFound('Tipset');
    const kind = rows.every(({ features }) => features.kind === 'person') ? 'person' : 'household';
    const standing = await this.decisions.standing([tipId, sameAs]);
    if (standing.some((answer) => answer.kind === kind && answer.verdict === 'same')) return;
    const answers = [{ tipA: tipId, tipB: sameAs, verdict: 'same' as const }];
    await this.deciding.decide(actor, campaignId, { kind, answers, why });
  }
}
