import { team as nb } from '../../texts/nb/team.js';
import { team as nn } from '../../texts/nn/team.js';

export const teamTexts = { nb, nn };
export type TeamTexts = typeof nb;
