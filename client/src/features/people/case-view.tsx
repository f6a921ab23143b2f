import { Details, Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import { previewMatch, type MergePreview, type ReviewCase } from '@savner/contract/people';
import { useEndpoint } from '../../lib/api/use-endpoint.js';
import { formatPhone, formatShare } from '../../lib/format/format.js';
import { municipalityName } from '../../lib/municipalities.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Facts } from '../../ui/facts.js';
import { addressLines } from './address-lines.js';
import { Explanation } from './explanation.js';
import { FieldTable } from './field-table.js';
import { SideCards } from './side-cards.js';
import { matchTexts } from './texts.js';

interface CaseViewProps {
  readonly campaign: Campaign;
  readonly asked: ReviewCase;
  readonly picked: readonly number[];
  readonly onPick: (place: number) => void;
}

/** The records of a case side by side, why they were put together, and what they would become. */
export function CaseView({ campaign, asked, picked, onPick }: CaseViewProps) {
  if (asked.sides.length === 2) {
    return (
      <div className="columns">
        <section className="stack stack--tight">
          <FieldTable campaign={campaign} asked={asked} />
        </section>
        <div className="sections">
          <Why asked={asked} />
          <Merged campaign={campaign} merged={asked.merged} />
        </div>
      </div>
    );
  }
  return (
    <div className="stack">
      <SideCards {...{ campaign, asked, picked, onPick }} />
      <div className="columns">
        <Why asked={asked} />
        <MergedPicks campaign={campaign} asked={asked} picked={picked} />
      </div>
    </div>
  );
}

function Why({ asked: { kind, questions, sides } }: { readonly asked: ReviewCase }) {
  const say = useTexts(matchTexts);
  return (
    <section className="panel" aria-labelledby="case-why">
      <Heading level={3} data-size="xs" id="case-why">
        {say('why')}
      </Heading>
      {questions.map((question, index) =>
        sides.length === 2 ? (
          <div key={index} className="stack stack--tight">
            <Likelihood question={question} isKnown={kind === 'person'} />
            <Asks question={question} />
            <Explanation lines={question.explanation} />
          </div>
        ) : (
          <Details key={index} defaultOpen={index === 0}>
            <Details.Summary>
              {say('between', { one: question.a + 1, other: question.b + 1 })}{' '}
              <Likelihood question={question} isKnown={kind === 'person'} />
            </Details.Summary>
            <Details.Content>
              <Asks question={question} />
              <Explanation lines={question.explanation} />
            </Details.Content>
          </Details>
        ),
      )}
    </section>
  );
}

type Question = ReviewCase['questions'][number];

/** Where a rule asks, whatever the figures say, they say nothing. */
function Asks({ question: { asks } }: { readonly question: Question }) {
  const say = useTexts(matchTexts);
  return asks === null ? null : <Paragraph>{say('asks', { rule: asks })}</Paragraph>;
}

interface LikelihoodProps {
  readonly question: Question;
  /** Of two who may live together nobody has counted how often they do. */
  readonly isKnown: boolean;
}

function Likelihood({ question: { probability, asks }, isKnown }: LikelihoodProps) {
  const say = useTexts(matchTexts);
  if (!isKnown || asks !== null) return null;
  return (
    <span>
      <Tag data-color="info">{say('likely', { share: formatShare(probability) })}</Tag>
    </span>
  );
}

/** Follows what is picked; nobody picked, or only one, shows all of them as one. */
function MergedPicks({ campaign, asked, picked }: Omit<CaseViewProps, 'onPick'>) {
  const isPart = picked.length > 1 && picked.length < asked.sides.length;
  const tips = picked.map((place) => asked.sides[place]?.tipId ?? '').join(',');
  const { data } = useEndpoint(
    previewMatch,
    { params: { campaignId: campaign.id }, query: { kind: asked.kind, tips } },
    { when: isPart },
  );
  const of = isPart ? picked.map((place) => place + 1) : [];
  return <Merged campaign={campaign} merged={isPart ? (data ?? null) : asked.merged} of={of} />;
}

interface MergedProps {
  readonly campaign: Campaign;
  /** Null while it is read. */
  readonly merged: MergePreview | null;
  /** The sides it is made of, counted from 1; empty for all of them. */
  readonly of?: readonly number[];
}

function Merged({ campaign, merged, of = [] }: MergedProps) {
  const say = useTexts(matchTexts);
  return (
    <section className="panel" aria-labelledby="case-merged">
      <Heading level={3} data-size="xs" id="case-merged">
        {of.length === 0 ? say('merged') : say('mergedOf', { numbers: of.join(', ') })}
      </Heading>
      {merged === null ? null : <MergedRecord campaign={campaign} merged={merged} />}
    </section>
  );
}

function MergedRecord({ campaign, merged }: { readonly campaign: Campaign; readonly merged: MergePreview }) {
  const say = useTexts(matchTexts);
  const address = addressLines(merged.address);
  return (
    <>
      <Paragraph>
        <strong>{merged.displayName}</strong>
      </Paragraph>
      <Facts
        facts={[
          { label: say('namesOnCard'), value: merged.namesOnCard.join('\n') },
          { label: say('address'), value: address === '' ? say('noAddress') : address },
          {
            label: say('phones'),
            value: merged.phones
              .map(({ number, state }) => formatPhone(number) + (state === 'dead' ? ` (${say('dead')})` : ''))
              .join('\n'),
          },
          { label: say('emails'), value: merged.emails.join('\n') },
          {
            label: say('missedBy'),
            value: `${municipalityName(campaign.municipalities, merged.municipality)}, ${say('tips', { count: merged.tipCount })}`,
          },
        ]}
      />
    </>
  );
}
