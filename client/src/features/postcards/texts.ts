import { postcards as nb } from '../../texts/nb/postcards.js';
import { returnedCards as returnedNb } from '../../texts/nb/returned-cards.js';
import { postcards as nn } from '../../texts/nn/postcards.js';
import { returnedCards as returnedNn } from '../../texts/nn/returned-cards.js';

export const postcardTexts = { nb, nn };

export const returnTexts = { nb: returnedNb, nn: returnedNn };
