import { households as householdsNb } from '../../texts/nb/households.js';
import { likely as likelyNb } from '../../texts/nb/likely.js';
import { matches as matchesNb } from '../../texts/nb/matches.js';
import { households as householdsNn } from '../../texts/nn/households.js';
import { likely as likelyNn } from '../../texts/nn/likely.js';
import { matches as matchesNn } from '../../texts/nn/matches.js';

export const matchTexts = { nb: matchesNb, nn: matchesNn };

export const householdTexts = { nb: householdsNb, nn: householdsNn };

export const likelyTexts = { nb: likelyNb, nn: likelyNn };
