import { useState } from 'react';
import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import { getToday } from '@savner/contract/insight';
import {
  createBatch,
  getSpecimen,
  listBatches,
  listTemplates,
  previewBatch,
  type BatchFilter,
  type CardTemplate,
} from '@savner/contract/postcards';
import { addressOf } from '../../lib/api/call.js';
import { useEndpoint, useSend } from '../../lib/api/use-endpoint.js';
import { formatNumber } from '../../lib/format/format.js';
import { useLanguage, useTexts } from '../../lib/texts/texts.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loaded } from '../../ui/loaded.js';
import { Problem } from '../../ui/problem.js';
import { BatchChoice } from './batch-choice.js';
import { filterOf } from './batch-draft.js';
import { LeftOutList } from './left-out-list.js';
import { ReadinessView } from './readiness-view.js';
import { postcardTexts } from './texts.js';

interface NewBatchProps {
  readonly campaign: Campaign;
  readonly householdPath: (householdId: string) => string;
}

export function NewBatch({ campaign, householdPath }: NewBatchProps) {
  const say = useTexts(postcardTexts);
  const reading = useEndpoint(listTemplates, { params: { campaignId: campaign.id } });
  return (
    <Loaded reading={reading}>
      {({ templates }) => {
        const usable = templates.filter(({ problem }) => problem === null);
        return (
          <>
            {templates.map(({ name, title, problem }) =>
              problem === null ? null : (
                <Alert key={name} data-color="warning">
                  {say('templateProblem', { title, problem })}
                </Alert>
              ),
            )}
            {usable[0] === undefined ? (
              <EmptyState title={say('noTemplatesTitle')}>{say('noTemplates')}</EmptyState>
            ) : (
              <ChosenBatch {...{ campaign, householdPath }} templates={usable} first={usable[0]} />
            )}
          </>
        );
      }}
    </Loaded>
  );
}

interface ChosenBatchProps extends NewBatchProps {
  readonly templates: readonly CardTemplate[];
  readonly first: CardTemplate;
}

function ChosenBatch({ campaign, householdPath, templates, first }: ChosenBatchProps) {
  const say = useTexts(postcardTexts);
  const language = useLanguage();
  const [draft, setDraft] = useState({
    template: first.name,
    language: first.languages.includes(language) ? language : (first.languages[0] ?? 'nb'),
    municipalities: campaign.municipalities.map(({ number }) => number),
    limit: '',
  });
  const filter = filterOf(draft);
  const limitProblem = filter === null && draft.municipalities.length > 0 ? say('limitBad') : undefined;
  return (
    <section className="panel" aria-labelledby="batch-new">
      <Heading level={2} data-size="sm" id="batch-new">
        {say('choose')}
      </Heading>
      <BatchChoice
        {...{ campaign, templates, draft, limitProblem }}
        onChange={(chosen) => setDraft({ ...draft, ...chosen, municipalities: [...chosen.municipalities] })}
      />
      {filter === null ? (
        <Paragraph>{say('nothingReady')}</Paragraph>
      ) : (
        <ReadyBatch {...{ campaign, householdPath, filter }} />
      )}
    </section>
  );
}

interface ReadyBatchProps extends NewBatchProps {
  readonly filter: BatchFilter;
}

function ReadyBatch({ campaign, householdPath, filter }: ReadyBatchProps) {
  const say = useTexts(postcardTexts);
  const params = { campaignId: campaign.id };
  const reading = useEndpoint(previewBatch, { params, body: filter });
  const making = useSend(createBatch, [listBatches, previewBatch, getToday]);
  const specimen = addressOf(getSpecimen, params, {
    template: filter.template,
    language: filter.language,
    municipality: filter.municipalities[0],
  });
  const make = () => {
    if (!making.isPending) making.mutate({ params, body: filter });
  };
  const wordsFor = (ready: number) => {
    if (making.isPending) return say('making');
    return ready === 1 ? say('makeOne') : say('make', { count: formatNumber(ready) });
  };
  return (
    <Loaded reading={reading}>
      {(readiness) => (
        <>
          <ReadinessView readiness={readiness} />
          {making.error === null ? null : <Problem error={making.error} />}
          <div className="row">
            {readiness.ready > 0 ? (
              <Button onClick={make}>{wordsFor(readiness.ready)}</Button>
            ) : (
              <Paragraph>{say('nothingReady')}</Paragraph>
            )}
            <Button asChild variant="secondary">
              <a href={specimen} target="_blank" rel="noreferrer">
                {say('specimen')}
                <span className="ds-sr-only"> ({say('newTab')})</span>
              </a>
            </Button>
          </div>
          <LeftOutList readiness={readiness} householdPath={householdPath} />
        </>
      )}
    </Loaded>
  );
}
