import { access as nb } from '../../texts/nb/access.js';
import { access as nn } from '../../texts/nn/access.js';

export const accessTexts = { nb, nn };
