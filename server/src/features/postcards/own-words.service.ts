import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../config/config.js';
import { AppError, notFound } from '../../platform/errors.js';
import { isNationalId } from '../../platform/national-id.js';
import { CONFIG } from '../../platform/tokens.js';
import { CampaignsService, problemWithOwnWords } from '../campaigns/index.js';
import { CardTemplates } from './card-templates.js';
import { campaignValues, noImages } from './domain/campaign-values.js';
import { cardLayouts, type LayoutProblem } from './domain/layout.js';
import type { CardTemplate } from './domain/template.js';

export interface TriedWords {
  readonly municipality: string;
  readonly language: 'nb' | 'nn';
  readonly words: string;
}

/** How the words go on one of the cards. */
export interface WordsOnCard {
  readonly template: string;
  readonly title: string;
  readonly problem: LayoutProblem['kind'] | null;
  readonly letters: string;
}

/** A municipality's own words on the cards, by the very layout that will be printed. */
@Injectable()
export class OwnWordsService {
  constructor(
    private readonly campaigns: CampaignsService,
    private readonly templates: CardTemplates,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws AppError not_found, validation_failed for words that may stand on no card */
  async tryOn(campaignId: string, { municipality, language, words }: TriedWords): Promise<WordsOnCard[]> {
    const refusal = problemWithOwnWords(words, isNationalId);
    if (refusal) throw new AppError('validation_failed', refusal.message, [{ path: 'words', ...refusal }]);
    const campaign = await this.campaigns.get(campaignId);
    const own = campaign.municipalities.find(({ number }) => number === municipality);
    if (!own) throw notFound(`Kommune ${municipality} i kampanjen`);
    const saying = { ...own, ownWords: { ...own.ownWords, [language]: words.trim() } };
    const values = campaignValues(campaign, saying, {
      publicUrl: this.config.publicUrl,
      language,
      images: noImages,
    });
    return this.templates
      .usable()
      .filter((template) => showsOwnWords(template, language))
      .map(({ name, title }) => {
        const layout = cardLayouts({ ...this.templates.open(name), language }).shared(values);
        const [problem] = layout.ok ? [] : layout.problems;
        return { template: name, title, problem: problem?.kind ?? null, letters: problem?.letters ?? '' };
      });
  }
}

function showsOwnWords({ texts }: CardTemplate, language: 'nb' | 'nn'): boolean {
  const paragraphs = Object.values(texts[language] ?? {}).flat();
  return paragraphs.some(({ text }) => text.includes('{ownWords}'));
}
