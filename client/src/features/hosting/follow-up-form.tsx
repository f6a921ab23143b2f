import { useState, type SubmitEvent } from 'react';
import { Button, Textfield } from '@digdir/designsystemet-react';
import {
  changeFollowUp,
  followUpStatuses,
  listFollowUps,
  type FollowUp,
  type FollowUpStatus,
} from '@savner/contract/hosting';
import { noteLength } from '@savner/contract/rules/call-report';
import { useSend } from '../../lib/api/use-endpoint.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Problem } from '../../ui/problem.js';
import { SelectField } from '../../ui/select-field.js';
import { hostingTexts } from './texts.js';

interface FollowUpFormProps {
  readonly campaignId: string;
  readonly followUp: FollowUp;
}

/** How far it has come, when it is due next, and a note; someone else's change in between is never overwritten. */
export function FollowUpForm({ campaignId, followUp }: FollowUpFormProps) {
  const say = useTexts(hostingTexts);
  const [status, setStatus] = useState(followUp.status);
  const [dueOn, setDueOn] = useState(followUp.dueOn);
  const [note, setNote] = useState(followUp.note);
  const changing = useSend(changeFollowUp, [listFollowUps]);
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (changing.isPending) return;
    changing.mutate({
      params: { campaignId, followUpId: followUp.id },
      body: { version: followUp.version, status, dueOn: dueOn === '' ? undefined : dueOn, note },
    });
  };
  return (
    <form className="stack" onSubmit={save} noValidate>
      <SelectField
        label={say('status')}
        value={status}
        onChange={(value) => setStatus(statusIn(value, followUp.status))}
        choices={followUpStatuses.map((value) => ({ value, label: say(`status.${value}`) }))}
      />
      <Textfield
        type="date"
        label={say('dueOn')}
        value={dueOn}
        onChange={(event) => setDueOn(event.target.value)}
      />
      <Textfield
        multiline
        rows={3}
        label={say('note')}
        description={say('noteHint')}
        maxLength={noteLength}
        autoComplete="off"
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {changing.error === null ? null : <Problem error={changing.error} />}
      <div className="row">
        <Button type="submit" variant="secondary">
          {changing.isPending ? say('saving') : say('save')}
        </Button>
        <span role="status">{changing.isSuccess ? say('saved') : ''}</span>
      </div>
    </form>
  );
}

function statusIn(value: string, otherwise: FollowUpStatus): FollowUpStatus {
  return followUpStatuses.find((status) => status === value) ?? otherwise;
}
