import { campaign as nb } from '../../texts/nb/campaign.js';
import { campaign as nn } from '../../texts/nn/campaign.js';

export const campaignTexts = { nb, nn };
