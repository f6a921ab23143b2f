import { Tag } from '@digdir/designsystemet-react';
import { formatDate } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { householdTexts } from './texts.js';
import { daysUntil, isUrgent } from './time-left.js';

interface InformByProps {
  readonly informBy: string;
  readonly isInformed: boolean;
  readonly now: string;
}

/** The date by which the person must have been told; red from a week before until it is done. */
export function InformBy({ informBy, isInformed, now }: InformByProps) {
  const say = useTexts(householdTexts);
  const days = daysUntil(informBy, now);
  if (isInformed) return <span className="quiet">{say('informed')}</span>;
  if (!isUrgent(days)) return formatDate(informBy);
  return (
    <>
      {formatDate(informBy)} <Tag data-color="danger">{wordsFor()}</Tag>
    </>
  );

  function wordsFor(): string {
    if (days < 0) return say('overdue');
    if (days === 0) return say('lastDay');
    return days === 1 ? say('dayLeft') : say('daysLeft', { days });
  }
}
