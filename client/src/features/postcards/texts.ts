import { postcards as nb } from '../../texts/nb/postcards.js';
import { postcards as nn } from '../../texts/nn/postcards.js';

export const postcardTexts = { nb, nn };
