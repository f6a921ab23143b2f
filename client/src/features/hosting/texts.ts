import { hosting as nb } from '../../texts/nb/hosting.js';
import { hosting as nn } from '../../texts/nn/hosting.js';

export const hostingTexts = { nb, nn };
