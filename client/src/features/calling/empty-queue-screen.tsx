import { Button } from '@digdir/designsystemet-react';
import type { EmptyQueue } from '@savner/contract/calls';
import { formatMoment } from '../../lib/format/format.js';
import { commonTexts } from '../../lib/texts/common-texts.js';
import { useTexts } from '../../lib/texts/texts.js';
import { EmptyState } from '../../ui/empty-state.js';
import { callingTexts } from './texts.js';

interface EmptyQueueScreenProps {
  readonly queue: EmptyQueue;
  readonly isLooking: boolean;
  readonly onLook: () => void;
  readonly onRest: () => void;
}

/** Nothing to call is no error: why, when the next one is free, and a small celebration when all is done. */
export function EmptyQueueScreen({ queue, isLooking, onLook, onRest }: EmptyQueueScreenProps) {
  const say = useTexts(callingTexts);
  const sayCommon = useTexts(commonTexts);
  const isDone = queue.reason === 'all_done';
  const reasons = queue.counts.length === 0 ? [] : queue.counts;
  return (
    <EmptyState
      title={isDone ? say('allDoneTitle') : say('emptyTitle')}
      actions={
        <>
          <Button onClick={onLook} aria-busy={isLooking}>
            {isLooking ? say('fetchingNext') : say('checkAgain')}
          </Button>
          <Button variant="secondary" onClick={onRest}>
            {sayCommon('back')}
          </Button>
        </>
      }
    >
      {isDone ? say('allDoneText') : say(`empty.${queue.reason}`)}{' '}
      {queue.nextAt === null ? '' : say('nextAt', { moment: formatMoment(queue.nextAt) })}{' '}
      {reasons.length < 2
        ? ''
        : reasons.map(({ reason, count }) => `${wordsFor(reason)}: ${count}`).join(' · ')}
    </EmptyState>
  );

  function wordsFor(reason: EmptyQueue['counts'][number]['reason']): string {
    if (reason === 'on_others_lists' || reason === 'kept_off') return say(`emptyCount.${reason}`);
    return reason === 'held_by' ? say('block.held_by.nobody') : say(`block.${reason}`);
  }
}
