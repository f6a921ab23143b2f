import { Button, Checkbox, Fieldset } from '@digdir/designsystemet-react';
import {
  choices,
  type Answers,
  type ChoiceQuestion,
  type Question,
  type Step,
} from '@savner/contract/rules/call-questions';
import { formatMoment, formatWeekday } from '../../lib/format/format.js';
import { useShortcuts } from '../../lib/keys/use-shortcuts.js';
import { useTexts } from '../../lib/texts/texts.js';
import { CallbackTime } from './callback-time.js';
import { callingTexts, choiceText } from './texts.js';

type Give = <Q extends Question>(question: Q, value: NonNullable<Answers[Q]>) => void;

interface QuestionStepProps {
  readonly step: Step;
  readonly answers: Answers;
  readonly isOpen: boolean;
  /** The number keys answer this question. */
  readonly hasKeys: boolean;
  readonly onAnswer: Give;
  readonly onEdit: () => void;
}

/** One question: its choices as large buttons, or the answer folded to a line. */
export function QuestionStep({ step, answers, isOpen, hasKeys, onAnswer, onEdit }: QuestionStepProps) {
  const say = useTexts(callingTexts);
  const { question, kind } = step;
  if (!isOpen) {
    return (
      <div className="report__folded">
        <span>
          <span className="quiet">{say(`question.${question}`)}</span> <strong>{answerWords()}</strong>
        </span>
        <Button variant="tertiary" data-size="sm" onClick={onEdit}>
          {say('change')}
          <span className="ds-sr-only"> {say(`question.${question}`)}</span>
        </Button>
      </div>
    );
  }
  if (question === 'callbackAt') {
    return <CallbackTime chosen={answers.callbackAt ?? null} onChosen={(at) => onAnswer('callbackAt', at)} />;
  }
  return kind === 'many' ? (
    <Interests answers={answers} onAnswer={onAnswer} />
  ) : (
    <Choices question={question} answers={answers} hasKeys={hasKeys} onAnswer={onAnswer} />
  );

  function answerWords(): string {
    if (question === 'callbackAt') {
      const at = answers.callbackAt ?? '';
      return at === '' ? '' : `${formatWeekday(at)} ${formatMoment(at)}`;
    }
    return say(choiceText(question, String(answers[question] ?? '')));
  }
}

interface ChoicesProps {
  readonly question: ChoiceQuestion;
  readonly answers: Answers;
  readonly hasKeys: boolean;
  readonly onAnswer: Give;
}

function Choices({ question, answers, hasKeys, onAnswer }: ChoicesProps) {
  const say = useTexts(callingTexts);
  const offered: readonly (string | number)[] = choices[question];
  const give = (choice: string | number) =>
    onAnswer(question, choice as NonNullable<Answers[typeof question]>);
  useShortcuts(
    hasKeys ? Object.fromEntries(offered.map((choice, at) => [keyFor(at), () => give(choice)])) : null,
  );
  return (
    <fieldset className="report__question">
      <legend tabIndex={-1}>{say(`question.${question}`)}</legend>
      <div className="report__choices">
        {offered.map((choice, at) => (
          <button
            key={choice}
            type="button"
            className="report__choice"
            aria-pressed={answers[question] === choice}
            onClick={() => give(choice)}
          >
            {hasKeys ? (
              <kbd className="report__key" aria-hidden="true">
                {keyFor(at)}
              </kbd>
            ) : null}
            {say(choiceText(question, choice))}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function Interests({ answers, onAnswer }: Pick<ChoicesProps, 'answers' | 'onAnswer'>) {
  const say = useTexts(callingTexts);
  const chosen = answers.interests ?? [];
  return (
    <Fieldset>
      <Fieldset.Legend>{say('question.interests')}</Fieldset.Legend>
      <div className="report__ticks">
        {choices.interests.map((interest) => (
          <Checkbox
            key={interest}
            label={say(`interests.${interest}`)}
            checked={chosen.includes(interest)}
            onChange={(event) =>
              onAnswer(
                'interests',
                event.target.checked ? [...chosen, interest] : chosen.filter((other) => other !== interest),
              )
            }
          />
        ))}
      </div>
    </Fieldset>
  );
}

/** 1-9, and 0 for a tenth choice. */
function keyFor(at: number): string {
  return String((at + 1) % 10);
}
