import { common as nb } from '../../texts/nb/common.js';
import { common as nn } from '../../texts/nn/common.js';
import { problems as problemsNb } from '../../texts/nb/problems.js';
import { problems as problemsNn } from '../../texts/nn/problems.js';

/** Words every room uses. */
export const commonTexts = { nb, nn };

/** Words for refusals and lost connections. */
export const problemTexts = { nb: problemsNb, nn: problemsNn };
