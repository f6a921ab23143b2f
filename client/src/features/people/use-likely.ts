import { useEffect, useState } from 'react';
import { type DraftField, draftFields, findLikely, type LikelyPerson } from '@savner/contract/people';
import { callUntil } from '../../lib/api/call.js';

export type Typed = Readonly<Partial<Record<DraftField, string>>>;

/** Milliseconds without a keystroke before it is asked: a word is usually whole by then. */
export const typingPause = 400;

/**
 * Whom the half-written tip may be about. Asked when the typing rests; a newer draft calls the older question off. The last answer
 * stays until the next one is here. What goes wrong is not told: without the hint the tip is stored as ever.
 */
export function useLikely(campaignId: string, typed: Typed): readonly LikelyPerson[] {
  const [persons, setPersons] = useState<readonly LikelyPerson[]>([]);
  const draft = JSON.stringify(draftFields.map((field) => (typed[field] ?? '').trim()));
  const isAsked = draftFields.some((field) => !silent.has(field) && (typed[field] ?? '').trim().length > 1);
  useEffect(() => {
    const question = new AbortController();
    const timer = setTimeout(() => {
      const asked = isAsked ? ask(campaignId, draft, question.signal) : Promise.resolve([]);
      void asked.then((found) => (question.signal.aborted ? undefined : setPersons(found)));
    }, typingPause);
    return () => {
      clearTimeout(timer);
      question.abort();
    };
  }, [campaignId, draft, isAsked]);
  return isAsked ? persons : [];
}

/** These alone say nothing about who it is. */
const silent = new Set<DraftField>(['municipality', 'country', 'birthYear']);

async function ask(campaignId: string, draft: string, signal: AbortSignal): Promise<readonly LikelyPerson[]> {
  const words = JSON.parse(draft) as string[];
  const body = Object.fromEntries(draftFields.map((field, index) => [field, words[index] ?? '']));
  try {
    return (await callUntil(signal, findLikely, { params: { campaignId }, body })).persons;
  } catch {
    return [];
  }
}
