import { useState } from 'react';
import { Alert, Button, Fieldset, Radio } from '@digdir/designsystemet-react';
import {
  applyDivision,
  getBoard,
  previewDivision,
  undoDivision,
  type DivisionPlan,
} from '@savner/contract/call-board';
import { getCallerStatus } from '@savner/contract/calls';
import { listTeam } from '@savner/contract/campaigns';
import { ApiError } from '../../lib/api/api-error.js';
import { useEndpoint, useSend } from '../../lib/api/use-endpoint.js';
import { useTexts } from '../../lib/texts/texts.js';
import { DataTable } from '../../ui/data-table.js';
import { Loaded } from '../../ui/loaded.js';
import { Problem } from '../../ui/problem.js';
import { CapacityBox } from './capacity-box.js';
import { MayorsOwn } from './mayors-own.js';
import { PlanView } from './plan-view.js';
import { teamTexts } from './texts.js';

const scopes = ['open_queue', 'everything'] as const;

interface DivideListProps {
  readonly campaignId: string;
  readonly municipality: { readonly number: string; readonly name: string };
}

/** Capacity, the mayor's own, a look at the result, and only then the division; it can be taken back. */
export function DivideList({ campaignId, municipality }: DivideListProps) {
  const say = useTexts(teamTexts);
  const params = { campaignId, municipality: municipality.number };
  const team = useEndpoint(listTeam, { params });
  const previewing = useSend(previewDivision);
  const applying = useSend(applyDivision, [getBoard, getCallerStatus]);
  const undoing = useSend(undoDivision, [getBoard, getCallerStatus]);
  const [scope, setScope] = useState<(typeof scopes)[number]>('open_queue');
  const [mayorsOwn, setMayorsOwn] = useState<readonly string[]>([]);
  const [plan, setPlan] = useState<DivisionPlan | null>(null);
  const choice = { scope, mayorsOwn: [...mayorsOwn] };
  const isStale = applying.error instanceof ApiError && applying.error.code === 'conflict';

  const preview = () => {
    applying.reset();
    undoing.reset();
    previewing.mutate({ params, body: choice }, { onSuccess: setPlan });
  };
  const apply = ({ fingerprint }: DivisionPlan) =>
    applying.mutate({ params, body: { ...choice, fingerprint } }, { onSuccess: () => setPlan(null) });
  const choose = (chosen: readonly string[]) => {
    setMayorsOwn(chosen);
    setPlan(null);
  };

  return (
    <div className="stack">
      <p>{say('divideIntro')}</p>
      <Loaded reading={team}>
        {({ members }) => (
          <DataTable
            caption={say('membersCaption', { municipality: municipality.name })}
            rows={members}
            keyOf={({ userId }) => userId}
            columns={[
              { header: say('member'), cell: ({ name }) => name },
              { header: say('role'), cell: ({ isMayor }) => (isMayor ? say('mayor') : say('caller')) },
              {
                header: say('capacityColumn'),
                cell: (member) => (
                  <CapacityBox campaignId={campaignId} municipality={municipality.number} member={member} />
                ),
              },
            ]}
          />
        )}
      </Loaded>
      <Fieldset>
        <Fieldset.Legend>{say('scope')}</Fieldset.Legend>
        {scopes.map((value) => (
          <Radio
            key={value}
            name="scope"
            value={value}
            label={say(`scope.${value}`)}
            checked={scope === value}
            onChange={() => {
              setScope(value);
              setPlan(null);
            }}
          />
        ))}
      </Fieldset>
      <MayorsOwn {...{ campaignId, municipality }} chosen={mayorsOwn} onChoose={choose} />
      <div className="row">
        <Button
          variant={plan === null ? 'primary' : 'secondary'}
          onClick={preview}
          aria-busy={previewing.isPending}
        >
          {say('preview')}
        </Button>
        <Button variant="tertiary" onClick={() => undoing.mutate({ params })}>
          {say('undoDivision')}
        </Button>
      </div>
      {previewing.error === null ? null : <Problem error={previewing.error} onRetry={preview} />}
      {plan === null ? null : <PlanView plan={plan} onApply={() => apply(plan)} />}
      <div role="status">
        {applying.isSuccess && plan === null && !undoing.isSuccess ? (
          <Alert data-color="success">{say('applied', { households: applying.data.households })}</Alert>
        ) : null}
        {undoing.isSuccess ? <Alert data-color="info">{say('divisionUndone')}</Alert> : null}
        {isStale ? <Alert data-color="warning">{say('planStale')}</Alert> : null}
      </div>
      {applying.error === null || isStale ? null : <Problem error={applying.error} />}
      {undoing.error === null ? null : <Problem error={undoing.error} />}
    </div>
  );
}
