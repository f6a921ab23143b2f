import type { BoardCard } from '@savner/contract/call-board';
import type { Block } from '@savner/contract/calls';
import { formatMoment, formatTime } from '../../lib/format/format.js';
import type { Say } from '../../lib/texts/texts.js';
import type { TeamTexts } from './texts.js';

/** Why a household is not handed out, and until when; the same words for everybody. */
export function blockWords({ reason, until, name }: Block, say: Say<TeamTexts>): string {
  if (reason === 'held_by')
    return name === null ? say('block.held_by.nobody') : say('block.held_by', { name });
  const words = say(`block.${reason}`);
  return until === null ? words : say('until', { reason: words, moment: formatMoment(until) });
}

/** Who has it, or whose list it stands on; empty when it is free for all. */
export function holderWords({ heldBy, assignedTo }: BoardCard, say: Say<TeamTexts>): string {
  if (heldBy !== null) return say('heldBy', { name: heldBy.name, time: formatTime(heldBy.since) });
  return assignedTo === null ? '' : say('assignedTo', { name: assignedTo.name });
}

/** What happened last, and who called. */
export function lastWords({ lastAttempt }: BoardCard, say: Say<TeamTexts>): string {
  if (lastAttempt === null) return '';
  const { at, attempt, result, callerName } = lastAttempt;
  const what = result === null ? say(`attempt.${attempt}`) : say(`result.${result}`);
  return say('lastAttempt', { moment: formatMoment(at), name: callerName, what });
}

/** Things a leader should notice. */
export function warnings({ maybeCalled, skips }: BoardCard, say: Say<TeamTexts>): string[] {
  return [
    ...(maybeCalled ? [say('maybeCalled')] : []),
    ...(skips > 1 ? [say('skips', { count: skips })] : []),
  ];
}
