import { Link } from 'react-router';
import { Details, Paragraph, Tag } from '@digdir/designsystemet-react';
import type { MatchKind, Tie, TiedTip } from '@savner/contract/people';
import { formatDate, formatMoment } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Confirm } from '../../ui/confirm.js';
import { Explanation } from './explanation.js';
import { likelihoodWords } from './likelihood-words.js';
import type { PeoplePaths } from './people-paths.js';
import { tieTexts } from './texts.js';
import type { Partings } from './use-partings.js';

interface TieListProps {
  readonly kind: MatchKind;
  readonly ties: readonly Tie[];
  readonly tipPath: PeoplePaths['tip'];
  readonly partings: Partings;
}

/** The reasons of more pairs than these are folded away, each behind a button. */
const mostUnfolded = 2;

/** What holds tips together, pair by pair: why, who joined them, and the way to part them. */
export function TieList({ kind, ties, tipPath, partings }: TieListProps) {
  return (
    <ol className="ties plain-list">
      {ties.map((tie) => (
        <li key={`${tie.a.tipId} ${tie.b.tipId}`} className="stack stack--tight">
          <OneTie {...{ kind, tie, tipPath, partings }} isFolded={ties.length > mostUnfolded} />
        </li>
      ))}
    </ol>
  );
}

interface OneTieProps extends Omit<TieListProps, 'ties'> {
  readonly tie: Tie;
  readonly isFolded: boolean;
}

function OneTie({ kind, tie, tipPath, partings, isFolded }: OneTieProps) {
  const say = useTexts(tieTexts);
  const { a, b, probability, explanation, answer } = tie;
  const tipName = ({ displayName, receivedAt }: TiedTip) =>
    say('tipOf', { name: displayName, at: formatDate(receivedAt) });
  const of = say('pair', { one: tipName(a), other: tipName(b) });
  return (
    <>
      <Paragraph>
        <TipLink tip={a} words={tipName(a)} tipPath={tipPath} /> {say('and')}{' '}
        <TipLink tip={b} words={tipName(b)} tipPath={tipPath} />
      </Paragraph>
      <Paragraph data-size="sm">
        {answer === null
          ? say(kind === 'person' ? 'byProgram' : 'byProgramHousehold')
          : say('byAnswer', { by: answer.decidedBy, at: formatMoment(answer.decidedAt) })}{' '}
        {answer === null && probability !== null ? (
          <Tag data-color="info">
            {say('likely', {
              share: likelihoodWords(probability, (share) => say('over', { share })),
            })}
          </Tag>
        ) : null}
      </Paragraph>
      {answer === null || answer.why === '' ? null : (
        <Paragraph data-size="sm">{say('because', { why: answer.why })}</Paragraph>
      )}
      {isFolded ? (
        <Details>
          <Details.Summary>
            <Named words={say('whyPair')} of={of} />
          </Details.Summary>
          <Details.Content>
            <Explanation lines={explanation} />
          </Details.Content>
        </Details>
      ) : (
        <Explanation lines={explanation} />
      )}
      <div>
        {answer === null ? (
          <Confirm
            ask={<Named words={say(`part.${kind}`)} of={of} />}
            question={say(`partQuestion.${kind}`)}
            yes={say(`part.${kind}`)}
            onYes={() => partings.part(kind, tie)}
          />
        ) : (
          <Confirm
            ask={<Named words={say('undo')} of={of} />}
            question={say('undoQuestion')}
            yes={say('undo')}
            onYes={() => partings.undo(answer.decisionId)}
          />
        )}
      </div>
    </>
  );
}

/** Says which of several equal buttons it is, for those who do not see where it stands. */
export function Named({ words, of }: { readonly words: string; readonly of: string }) {
  return (
    <>
      {words}
      <span className="ds-sr-only"> {of}</span>
    </>
  );
}

function TipLink({
  tip,
  words,
  tipPath,
}: {
  readonly tip: TiedTip;
  readonly words: string;
  readonly tipPath: PeoplePaths['tip'];
}) {
  return (
    <Link className="ds-link" to={tipPath(tip.tipId)}>
      {words}
    </Link>
  );
}
