import { useState } from 'react';
import {
  claimNext,
  getCallerStatus,
  type CallerStatus,
  type EmptyQueue,
  type HeldHousehold,
} from '@savner/contract/calls';
import { useEndpoint, useSend } from '../../lib/api/use-endpoint.js';
import { Problem } from '../../ui/problem.js';
import { Loaded } from '../../ui/loaded.js';
import { useCallContext } from './call-context.js';
import { CallMessages } from './call-messages.js';
import { Confidentiality } from './confidentiality.js';
import { EmptyQueueScreen } from './empty-queue-screen.js';
import { HouseholdScreen } from './household-screen.js';
import { LateReport, type Unreported } from './late-report.js';
import { dropDraft } from './report-draft.js';
import { StartScreen } from './start-screen.js';
import { useConfidentiality } from './use-confidentiality.js';
import { useOutbox } from './use-outbox.js';

/** The caller's one screen: a household in the hand, or the way to the next. */
export function CallingRoom() {
  const { campaignId } = useCallContext();
  const status = useEndpoint(getCallerStatus, { params: { campaignId } });
  return (
    <Loaded reading={status}>{(data) => <Room status={data} onRefresh={() => status.refetch()} />}</Loaded>
  );
}

interface RoomProps {
  readonly status: CallerStatus;
  readonly onRefresh: () => Promise<unknown>;
}

type View =
  | { readonly kind: 'start' }
  | { readonly kind: 'household'; readonly household: HeldHousehold }
  | { readonly kind: 'empty'; readonly queue: EmptyQueue }
  | { readonly kind: 'late'; readonly unreported: Unreported };

function Room({ status, onRefresh }: RoomProps) {
  const { campaignId, userId } = useCallContext();
  const confidentiality = useConfidentiality();
  const outbox = useOutbox(userId);
  const claiming = useSend(claimNext);
  const [view, setView] = useState<View>(() => beginning(status));

  const next = () => {
    if (claiming.isPending) return;
    claiming.mutate(
      { params: { campaignId } },
      {
        onSuccess: (answer) =>
          setView(answer.kind === 'held' ? held(answer.household) : { kind: 'empty', queue: answer.queue }),
        onError: () => setView({ kind: 'start' }),
      },
    );
  };
  const rest = () => {
    setView({ kind: 'start' });
    void onRefresh();
  };
  const leaveHousehold = (then: 'next' | 'rest') => {
    dropDraft();
    if (then === 'next') next();
    else rest();
  };

  if (!confidentiality.isAccepted) return <Confidentiality onAccept={confidentiality.accept} />;
  return (
    <div className="call">
      <CallMessages outbox={outbox} onReopened={(household) => setView(held(household))} />
      {claiming.error === null ? null : <Problem error={claiming.error} onRetry={next} />}
      {content()}
    </div>
  );

  function content() {
    switch (view.kind) {
      case 'household':
        return (
          <HouseholdScreen
            key={view.household.leaseId}
            household={view.household}
            onReport={outbox.send}
            onLeft={leaveHousehold}
          />
        );
      case 'late':
        return (
          <LateReport
            unreported={view.unreported}
            onReport={outbox.send}
            onLeft={() => leaveHousehold('rest')}
          />
        );
      case 'empty':
        return (
          <EmptyQueueScreen queue={view.queue} isLooking={claiming.isPending} onLook={next} onRest={rest} />
        );
      case 'start':
        return (
          <StartScreen
            status={status}
            isFetching={claiming.isPending}
            onNext={next}
            onOpened={(household) => setView(held(household))}
            onLate={(unreported) => setView({ kind: 'late', unreported })}
          />
        );
    }
  }
}

function beginning(status: CallerStatus): View {
  return status.held === null ? { kind: 'start' } : held(status.held);
}

function held(household: HeldHousehold): View {
  return { kind: 'household', household };
}
