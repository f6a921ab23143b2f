import { tipForm as nb } from '../../texts/nb/tip-form.js';
import { tipForm as nn } from '../../texts/nn/tip-form.js';

export const tipFormTexts = { nb, nn };
