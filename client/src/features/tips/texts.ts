import { tips as nb } from '../../texts/nb/tips.js';
import { tips as nn } from '../../texts/nn/tips.js';

export const tipTexts = { nb, nn };
