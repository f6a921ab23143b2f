import { menu as menuNb } from '../texts/nb/menu.js';
import { navigation as nb } from '../texts/nb/navigation.js';
import { menu as menuNn } from '../texts/nn/menu.js';
import { navigation as nn } from '../texts/nn/navigation.js';

export const navigationTexts = { nb, nn };

export const menuTexts = { nb: menuNb, nn: menuNn };
