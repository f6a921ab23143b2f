import { Injectable } from '@nestjs/common';
import type { Language } from '@savner/contract/common';
import { honeypotField } from '@savner/contract/tips';
import { CampaignsService } from '../campaigns/index.js';
import type { RawTip } from './domain/tip-fields.js';
import type { TipProblem } from './domain/tip-problems.js';
import { notOpen, TipIntake } from './tip-intake.service.js';
import { TipsRepository } from './tips.repository.js';

export interface SentTip {
  readonly key: string;
  readonly raw: RawTip;
  readonly language: Language;
  /** What stood in the field that people do not see. */
  readonly [honeypotField]: string;
}

/** What the public may do: send a tip, and nothing that tells whether a person is known. */
@Injectable()
export class PublicTips {
  constructor(
    private readonly campaigns: CampaignsService,
    private readonly intake: TipIntake,
    private readonly repository: TipsRepository,
  ) {}

  /**
   * Answers the problems, none when the tip is received. New, repeated and robot-sent tips are answered alike.
   * @throws AppError campaign_not_open
   */
  async send(sent: SentTip): Promise<readonly TipProblem[]> {
    const campaign = await this.campaigns.findOpen();
    if (!campaign) throw notOpen();
    const { key, raw, language } = sent;
    const judgement = this.intake.judge({ campaign, raw, language });
    if (!judgement.ok) return judgement.problems;
    if (sent[honeypotField] !== '') return [];
    await this.intake.store(judgement.tip, {
      campaign,
      source: 'public',
      key,
      raw,
      language,
      enteredBy: null,
    });
    return [];
  }

  /** Tips so far, for the front page; null while they are too few to be only a number. */
  async publicCount(campaignId: string): Promise<number | null> {
    const counts = await this.repository.countsPerMunicipality(campaignId);
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return total >= fewestShown ? total : null;
  }
}

const fewestShown = 5;
