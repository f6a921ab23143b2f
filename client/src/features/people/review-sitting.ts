import type { ReviewCase } from '@savner/contract/people';
import { keyOf } from './case-answers.js';

/** Something this sitting can take back: an answer, or a case that was put off. */
export interface Step {
  readonly caseKey: string;
  readonly asked: ReviewCase;
  /** Names the answer; null for a case that was only put off. */
  readonly answerKey: string | null;
  /** Null until the server has stored the answer. */
  readonly decisionId: string | null;
}

export type Said = 'same' | 'not_same' | 'some' | 'later' | 'undone' | 'moved' | null;

/** One person's way through the cases, since the page was opened. */
export interface Sitting {
  readonly steps: readonly Step[];
  /** Comes before all others: taken back, or refused. */
  readonly broughtBack: ReviewCase | null;
  readonly said: Said;
  readonly problem: unknown;
}

export type SittingEvent =
  | {
      readonly kind: 'answered';
      readonly asked: ReviewCase;
      readonly answerKey: string;
      readonly said: Said;
    }
  | { readonly kind: 'put_off'; readonly asked: ReviewCase }
  | { readonly kind: 'stored'; readonly answerKey: string; readonly decisionId: string }
  | { readonly kind: 'refused'; readonly answerKey: string; readonly problem: unknown }
  | { readonly kind: 'taken_back'; readonly step: Step }
  | { readonly kind: 'not_taken_back'; readonly problem: unknown }
  | { readonly kind: 'moved' };

export const newSitting: Sitting = { steps: [], broughtBack: null, said: null, problem: null };

/** What the sitting becomes; a refused answer and one that is taken back bring their case up again. */
export function sit(sitting: Sitting, event: SittingEvent): Sitting {
  switch (event.kind) {
    case 'answered':
      return leave(sitting, event.asked, event.answerKey, event.said);
    case 'put_off':
      return leave(sitting, event.asked, null, 'later');
    case 'stored': {
      const { answerKey, decisionId } = event;
      return {
        ...sitting,
        steps: sitting.steps.map((step) => (step.answerKey === answerKey ? { ...step, decisionId } : step)),
      };
    }
    case 'refused': {
      const step = sitting.steps.find(({ answerKey }) => answerKey === event.answerKey);
      return { ...comeBack(sitting, step), said: null, problem: event.problem };
    }
    case 'taken_back':
      return { ...comeBack(sitting, event.step), said: 'undone', problem: null };
    case 'not_taken_back':
      return { ...sitting, problem: event.problem };
    case 'moved':
      return { ...sitting, broughtBack: null, said: 'moved', problem: null };
  }
}

/** The cases that this sitting has not answered, nor one before whose answers are under way. */
export function openCases(
  { steps }: Sitting,
  waiting: readonly ReviewCase[],
  behind: ReadonlySet<string> = new Set(),
): ReviewCase[] {
  const answered = new Set(steps.flatMap(({ caseKey, answerKey }) => (answerKey === null ? [] : [caseKey])));
  return waiting.filter((asked) => !answered.has(keyOf(asked)) && !behind.has(keyOf(asked)));
}

function leave(sitting: Sitting, asked: ReviewCase, answerKey: string | null, said: Said): Sitting {
  const step = { caseKey: keyOf(asked), asked, answerKey, decisionId: null };
  return { steps: [...sitting.steps, step], broughtBack: null, said, problem: null };
}

function comeBack(sitting: Sitting, step: Step | undefined): Sitting {
  if (step === undefined) return sitting;
  return {
    ...sitting,
    steps: sitting.steps.filter((other) => other !== step && other.caseKey !== step.caseKey),
    broughtBack: step.asked,
  };
}
