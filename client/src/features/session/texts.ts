import { session as nb } from '../../texts/nb/session.js';
import { session as nn } from '../../texts/nn/session.js';

export const sessionTexts = { nb, nn };
