import { insight as nb } from '../../texts/nb/insight.js';
import { insight as nn } from '../../texts/nn/insight.js';

export const insightTexts = { nb, nn };
