import { useEffect, useState } from 'react';
import { Details, Paragraph, Textfield, ValidationMessage } from '@digdir/designsystemet-react';
import { longestOwnWords } from '@savner/contract/campaigns';
import { tryOwnWords } from '@savner/contract/postcards';
import { ApiError } from '../../lib/api/api-error.js';
import { useEndpoint } from '../../lib/api/use-endpoint.js';
import { useTexts } from '../../lib/texts/texts.js';
import type { FormProblem } from '../../ui/form-problems.js';
import { problemAt } from '../../ui/problems-of.js';
import type { MunicipalityDraft } from './campaign-draft.js';
import { campaignTexts } from './texts.js';

interface OwnWordsFieldsProps {
  readonly campaignId: string | null;
  readonly municipality: MunicipalityDraft;
  readonly prefix: string;
  readonly problems: readonly FormProblem[];
  readonly onChange: (values: Partial<MunicipalityDraft>) => void;
}

const languages = [
  { field: 'wordsNb', language: 'nb' },
  { field: 'wordsNn', language: 'nn' },
] as const;

/** What the municipality says in the middle of the card's message, and whether it has room there. */
export function OwnWordsFields({
  campaignId,
  municipality,
  prefix,
  problems,
  onChange,
}: OwnWordsFieldsProps) {
  const say = useTexts(campaignTexts);
  const { number, name } = municipality;
  const [isOpen, setOpen] = useState(false);
  const isWrong = languages.some(({ field }) => problemAt(problems, `${prefix}-${field}`) !== undefined);
  const isShown = isOpen || isWrong;
  return (
    <Details className="own-words" open={isShown} onToggle={() => setOpen(!isShown)}>
      <Details.Summary>{say('ownWords', { name })}</Details.Summary>
      <Details.Content className="stack stack--tight">
        <Paragraph className="quiet">{say('ownWordsHint')}</Paragraph>
        {languages.map(({ field, language }) => (
          <div key={field}>
            <Textfield
              id={`${prefix}-${field}`}
              data-size="sm"
              multiline
              rows={4}
              lang={language}
              maxLength={longestOwnWords}
              label={say(field, { name })}
              value={municipality[field]}
              error={problemAt(problems, `${prefix}-${field}`)}
              onChange={(event) => onChange({ [field]: event.target.value })}
            />
            {campaignId === null || municipality[field].trim() === '' ? null : (
              <RoomOnCards
                campaignId={campaignId}
                municipality={number}
                language={language}
                words={municipality[field]}
              />
            )}
          </div>
        ))}
      </Details.Content>
    </Details>
  );
}

interface RoomOnCardsProps {
  readonly campaignId: string;
  readonly municipality: string;
  readonly language: 'nb' | 'nn';
  readonly words: string;
}

/** Milliseconds without a keystroke until the server is asked. */
const pause = 400;

/** Says it while somebody writes; a municipality just ticked is asked about when it has been saved. */
function RoomOnCards({ campaignId, municipality, language, words }: RoomOnCardsProps) {
  const say = useTexts(campaignTexts);
  const [asked, setAsked] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words), pause);
    return () => clearTimeout(timer);
  }, [words]);
  const body = { municipality, language, words: asked };
  const { data, error } = useEndpoint(tryOwnWords, { params: { campaignId }, body });
  const refused = error instanceof ApiError ? error.fields.find(({ path }) => path === 'words') : undefined;
  return (
    <div role="status">
      {refused === undefined ? null : <ValidationMessage>{refused.message}</ValidationMessage>}
      <ul className="plain-list">
        {data?.cards.map(({ template, title, problem, letters }) => (
          <li key={template}>
            {problem === null ? <span className="quiet">{say('wordsFit', { title })}</span> : null}
            {problem === 'does_not_fit' ? (
              <ValidationMessage>{say('wordsTooLong', { title })}</ValidationMessage>
            ) : null}
            {problem === 'missing_glyph' ? (
              <ValidationMessage>{say('wordsUnprintable', { title, letters })}</ValidationMessage>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
