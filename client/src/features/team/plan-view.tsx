import { useEffect, useRef } from 'react';
import { Button, Details, Heading } from '@digdir/designsystemet-react';
import type { DivisionPlan } from '@savner/contract/call-board';
import { formatNumber } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { DataTable } from '../../ui/data-table.js';
import { teamTexts } from './texts.js';

interface PlanViewProps {
  readonly plan: DivisionPlan;
  readonly onApply: () => void;
}

/** Who would get how many, and who is kept off whom; nothing has happened yet. */
export function PlanView({ plan, onApply }: PlanViewProps) {
  const say = useTexts(teamTexts);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [plan]);
  return (
    <section className="panel">
      <Heading level={2} data-size="xs" ref={heading} tabIndex={-1}>
        {say('planTitle')}
      </Heading>
      <p>
        {say('planIntro', {
          households: formatNumber(plan.households),
          unassigned: formatNumber(plan.unassigned),
        })}
      </p>
      <DataTable
        caption={say('planCaption')}
        rows={plan.members}
        keyOf={({ userId }) => userId}
        columns={[
          { header: say('member'), cell: ({ name }) => name },
          { header: say('capacityColumn'), kind: 'number', cell: ({ capacity }) => formatNumber(capacity) },
          { header: say('before'), kind: 'number', cell: ({ before }) => formatNumber(before) },
          { header: say('after'), kind: 'number', cell: ({ after }) => formatNumber(after) },
          { header: say('keptOff'), kind: 'number', cell: ({ keptOff }) => formatNumber(keptOff) },
        ]}
      />
      {plan.keptOff.length === 0 ? null : (
        <Details>
          <Details.Summary>{say('keptOffTitle')}</Details.Summary>
          <Details.Content>
            <ul>
              {plan.keptOff.map(({ householdId, userId, name, title, reason }) => (
                <li key={`${householdId} ${userId}`}>
                  {say('keptOffLine', { name, title, reason: say(`keptOff.${reason}`) })}
                </li>
              ))}
            </ul>
          </Details.Content>
        </Details>
      )}
      <Button onClick={onApply}>{say('apply')}</Button>
    </section>
  );
}
