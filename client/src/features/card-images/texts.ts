import { cardImages as nb } from '../../texts/nb/card-images.js';
import { cardImages as nn } from '../../texts/nn/card-images.js';

export const cardImageTexts = { nb, nn };
