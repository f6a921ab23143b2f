import { useEffect, useState } from 'react';
import { answer, type Answers, type Question, type ReportState } from '@savner/contract/rules/call-questions';
import { keepDraft, readDraft } from './report-draft.js';

export interface ReportInHand {
  readonly state: ReportState;
  readonly number: string | null;
  readonly change: (state: ReportState) => void;
  readonly useNumber: (number: string) => void;
  readonly give: <Q extends Question>(question: Q, value: NonNullable<Answers[Q]>) => void;
}

/**
 * The report being written, kept through a reload; leaving the page with answers in it warns first. Browsers take
 * calling a number or writing an SMS for leaving too, and there nobody should be asked.
 */
export function useReport(leaseId: string): ReportInHand {
  const [draft, setDraft] = useState(() => readDraft(leaseId));
  const hasAnswers = draft.state.answers.contact !== undefined;
  useEffect(() => {
    keepDraft(leaseId, draft);
  }, [leaseId, draft]);
  useEffect(() => {
    if (!hasAnswers) return;
    let isToThePhone = false;
    const look = ({ target }: MouseEvent) => {
      isToThePhone = target instanceof Element && target.closest('a[href^="tel:"], a[href^="sms:"]') !== null;
    };
    const warn = (event: BeforeUnloadEvent) => {
      if (!isToThePhone) event.preventDefault();
    };
    document.addEventListener('click', look, true);
    window.addEventListener('beforeunload', warn);
    return () => {
      document.removeEventListener('click', look, true);
      window.removeEventListener('beforeunload', warn);
    };
  }, [hasAnswers]);
  return {
    state: draft.state,
    number: draft.number,
    change: (state) => setDraft((before) => ({ ...before, state })),
    useNumber: (number) => setDraft((before) => ({ ...before, number })),
    give: (question, value) =>
      setDraft((before) => ({ ...before, state: answer(before.state, question, value) })),
  };
}
