import type { choices, ChoiceQuestion } from '@savner/contract/rules/call-questions';
import { calling as nb } from '../../texts/nb/calling.js';
import { calling as nn } from '../../texts/nn/calling.js';

export const callingTexts = { nb, nn };
export type CallingTexts = typeof nb;

/** The text of every choice the questions of the contract can offer; a choice without one does not compile. */
export type ChoiceText = {
  [Question in ChoiceQuestion]: `${Question}.${(typeof choices)[Question][number]}`;
}[ChoiceQuestion];

/** Pairs a question with one of its own choices; the type cannot follow that they belong together. */
export function choiceText(
  question: ChoiceQuestion,
  choice: string | number,
): ChoiceText & keyof CallingTexts {
  return `${question}.${choice}` as ChoiceText & keyof CallingTexts;
}

nb satisfies Record<ChoiceText, string>;
