import { useEffect, useRef, useState } from 'react';
import { Alert, Button, Checkbox, Paragraph, Switch } from '@digdir/designsystemet-react';
import type { Outlook } from '@savner/contract/calls';
import { addBesides, steps, toReport, type Question } from '@savner/contract/rules/call-questions';
import type { ApiError } from '../../lib/api/api-error.js';
import { describeProblem } from '../../lib/api/describe-problem.js';
import { newKey } from '../../lib/api/new-key.js';
import { useShortcutChoice } from '../../lib/keys/use-shortcut-choice.js';
import { problemTexts } from '../../lib/texts/common-texts.js';
import { useTexts } from '../../lib/texts/texts.js';
import { BesidesFields } from './besides-fields.js';
import { useCallContext } from './call-context.js';
import { outlookWords } from './outlook-words.js';
import type { UnsentReport } from './outbox.js';
import { QuestionStep } from './question-step.js';
import { callingTexts } from './texts.js';
import type { SendOutcome } from './use-outbox.js';
import type { ReportInHand } from './use-report.js';

interface ReportPanelProps {
  readonly subject: { readonly leaseId: string; readonly householdId: string; readonly title: string };
  readonly report: ReportInHand;
  readonly outlooks: readonly Outlook[];
  /** Without a card the privacy notice must be read aloud before a talk counts. */
  readonly notice: 'must_be_read' | 'sent_by_card';
  readonly onReport: (report: UnsentReport) => Promise<SendOutcome>;
  readonly onLeft: (then: 'next' | 'rest') => void;
}

/** The questions one by one; each answer folds to a line that can be changed, and says what it leads to. */
export function ReportPanel({ subject, report, outlooks, notice, onReport, onLeft }: ReportPanelProps) {
  const say = useTexts(callingTexts);
  const { campaignId } = useCallContext();
  const [editing, setEditing] = useState<Question | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setIsSending] = useState(false);
  const [hasKeys, chooseKeys] = useShortcutChoice();
  const sayProblem = useTexts(problemTexts);
  const { state } = report;
  const ready = toReport(state);
  const mustTick = notice === 'must_be_read' && state.answers.couldTalk === 'talked';

  const send = async (then: 'next' | 'rest') => {
    if (isSending) return;
    if (!ready.isReady) {
      setProblem(say('missingAnswer', { question: say(`question.${ready.missing}`) }));
      return;
    }
    if (mustTick && state.besides.noticeRead !== true) {
      setProblem(say('noticeMissing'));
      return;
    }
    setIsSending(true);
    const { leaseId, householdId, title } = subject;
    const unsent = {
      key: newKey(),
      campaignId,
      leaseId,
      householdId,
      title,
      number: report.number,
      report: ready.report,
    };
    const outcome = await onReport(unsent);
    if (outcome.kind === 'refused') {
      setIsSending(false);
      setProblem(refusalWords(outcome.error));
      return;
    }
    onLeft(outcome.kind === 'sent' ? then : 'rest');
  };

  const refusalWords = (error: ApiError) => {
    const fields = error.fields.map(({ message }) => message);
    return fields.length > 0 ? fields.join(' ') : describeProblem(error, sayProblem);
  };

  const asked = steps(state).find(({ question, isAnswered, isRequired }) =>
    editing === null ? isRequired && !isAnswered : editing === question,
  );
  const list = useFocusOnChange(asked?.question ?? 'all answered');

  return (
    <div className="report" ref={list}>
      {notice === 'must_be_read' ? (
        <Alert data-color="warning">
          <Paragraph>{say('mustReadNotice')}</Paragraph>
          <Paragraph>{say('noticeText')}</Paragraph>
          <Checkbox
            label={say('noticeRead')}
            checked={state.besides.noticeRead ?? false}
            onChange={(event) => report.change(addBesides(state, { noticeRead: event.target.checked }))}
          />
        </Alert>
      ) : null}
      <ol className="plain-list report__steps">
        {steps(state).map((step) => (
          <li key={step.question} data-asked={step.question === asked?.question ? '' : undefined}>
            <QuestionStep
              step={step}
              answers={state.answers}
              isOpen={!step.isAnswered || editing === step.question || !step.isRequired}
              hasKeys={hasKeys && step.isRequired && step.question === asked?.question}
              onAnswer={(question, value) => {
                report.give(question, value);
                setEditing(null);
                setProblem(null);
              }}
              onEdit={() => setEditing(step.question)}
            />
          </li>
        ))}
      </ol>
      <p className="report__outlook" role="status" tabIndex={-1}>
        {outlookWords(state, outlooks, say) ?? ''}
      </p>
      {ready.isReady ? <BesidesFields state={state} onChange={report.change} /> : null}
      {problem === null ? null : (
        <Alert data-color="danger" role="alert">
          {problem}
        </Alert>
      )}
      <div className="row report__send">
        <Button data-size="lg" aria-busy={isSending} onClick={() => void send('next')}>
          {isSending ? say('sending') : say('send')}
        </Button>
        <Button variant="secondary" onClick={() => void send('rest')}>
          {say('sendAndStop')}
        </Button>
      </div>
      <div className="shortcut-choice">
        <Switch
          data-size="sm"
          label={say('keysOn')}
          description={say('keys')}
          checked={hasKeys}
          onChange={(event) => chooseKeys(event.target.checked)}
        />
      </div>
    </div>
  );
}

/** Moves the focus to the question that is now asked, or to what the answers lead to, when that changes. */
function useFocusOnChange(asked: string) {
  const area = useRef<HTMLDivElement>(null);
  const before = useRef(asked);
  useEffect(() => {
    if (before.current === asked) return;
    before.current = asked;
    const next = area.current?.querySelector<HTMLElement>('[data-asked] legend');
    (next ?? area.current?.querySelector<HTMLElement>('.report__outlook'))?.focus();
  }, [asked]);
  return area;
}
