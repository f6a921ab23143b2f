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
import { ApiError } from '../../lib/api/api-error.js';
import { useSend } from '../../lib/api/use-endpoint.js';
import { formatDate } from '../../lib/format/format.js';
import { type Say, useTexts } from '../../lib/texts/texts.js';
import { Conflict, type ConflictRow } from '../../ui/conflict.js';
import { Problem } from '../../ui/problem.js';
import { SelectField } from '../../ui/select-field.js';
import { hostingTexts } from './texts.js';

interface FollowUpFormProps {
  readonly campaignId: string;
  readonly followUp: FollowUp;
  /** Somebody else may have changed it: read it again. */
  readonly onStale: () => void;
}

/** How far it has come, when it is due next, and a note; someone else's change in between is never overwritten. */
export function FollowUpForm({ campaignId, followUp, onStale }: FollowUpFormProps) {
  const say = useTexts(hostingTexts);
  const [base, setBase] = useState(followUp);
  const [draft, setDraft] = useState(() => fieldsOf(followUp));
  const changing = useSend(changeFollowUp, [listFollowUps]);
  const startFrom = (known: FollowUp) => {
    setBase(known);
    setDraft(fieldsOf(known));
  };
  if (followUp.version > base.version && isSame(draft, fieldsOf(base))) startFrom(followUp);

  const send = (version: number) => {
    if (changing.isPending) return;
    const { status, dueOn, note } = draft;
    changing.mutate(
      {
        params: { campaignId, followUpId: followUp.id },
        body: { version, status, dueOn: dueOn === '' ? undefined : dueOn, note },
      },
      { onSuccess: startFrom, onError: onStale },
    );
  };
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    send(base.version);
  };
  const isConflict = changing.error instanceof ApiError && changing.error.code === 'conflict';
  return (
    <form className="stack" onSubmit={save} noValidate>
      <SelectField
        label={say('status')}
        value={draft.status}
        onChange={(value) => setDraft({ ...draft, status: statusIn(value, base.status) })}
        choices={followUpStatuses.map((value) => ({ value, label: say(`status.${value}`) }))}
      />
      <Textfield
        type="date"
        label={say('dueOn')}
        value={draft.dueOn}
        onChange={(event) => setDraft({ ...draft, dueOn: event.target.value })}
      />
      <Textfield
        multiline
        rows={3}
        label={say('note')}
        description={say('noteHint')}
        maxLength={noteLength}
        autoComplete="off"
        value={draft.note}
        onChange={(event) => setDraft({ ...draft, note: event.target.value })}
      />
      {isConflict ? (
        <Conflict
          rows={clashes(followUp, draft, say)}
          onKeepMine={() => send(followUp.version)}
          onTakeSaved={() => {
            changing.reset();
            startFrom(followUp);
          }}
        />
      ) : null}
      {changing.error === null || isConflict ? null : <Problem error={changing.error} />}
      <div className="row">
        <Button type="submit" variant="secondary">
          {changing.isPending ? say('saving') : say('save')}
        </Button>
        <span role="status">{changing.isSuccess ? say('saved') : ''}</span>
      </div>
    </form>
  );
}

/** What somebody else has saved, beside what is written here. */
function clashes(saved: FollowUp, mine: Fields, say: Say<typeof hostingTexts.nb>): ConflictRow[] {
  const rows = [
    { label: say('status'), saved: say(`status.${saved.status}`), mine: say(`status.${mine.status}`) },
    { label: say('dueOn'), saved: formatDate(saved.dueOn), mine: mine.dueOn && formatDate(mine.dueOn) },
    { label: say('note'), saved: saved.note, mine: mine.note },
  ];
  return rows.filter((row) => row.saved !== row.mine);
}

type Fields = Pick<FollowUp, 'status' | 'dueOn' | 'note'>;

function fieldsOf({ status, dueOn, note }: FollowUp): Fields {
  return { status, dueOn, note };
}

function isSame(a: Fields, b: Fields): boolean {
  return a.status === b.status && a.dueOn === b.dueOn && a.note === b.note;
}

function statusIn(value: string, otherwise: FollowUpStatus): FollowUpStatus {
  return followUpStatuses.find((status) => status === value) ?? otherwise;
}
