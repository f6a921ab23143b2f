import { households as householdsNb } from '../../texts/nb/households.js';
import { likely as likelyNb } from '../../texts/nb/likely.js';
import { matches as matchesNb } from '../../texts/nb/matches.js';
import { ties as tiesNb } from '../../texts/nb/ties.js';
import { households as householdsNn } from '../../texts/nn/households.js';
import { likely as likelyNn } from '../../texts/nn/likely.js';
import { matches as matchesNn } from '../../texts/nn/matches.js';
import { ties as tiesNn } from '../../texts/nn/ties.js';

export const matchTexts = { nb: matchesNb, nn: matchesNn };

export const householdTexts = { nb: householdsNb, nn: householdsNn };

export const likelyTexts = { nb: likelyNb, nn: likelyNn };

export const tieTexts = { nb: tiesNb, nn: tiesNn };
