import { useState } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import { getToday } from '@savner/contract/insight';
import type { Language } from '@savner/contract/common';
import {
  createBatch,
  listBatches,
  listTemplates,
  previewBatch,
  type BatchFilter,
  type CardTemplate,
  type Readiness,
} from '@savner/contract/postcards';
import { ApiError } from '../../lib/api/api-error.js';
import { useEndpoint, useEndpoints, useSend } from '../../lib/api/use-endpoint.js';
import { formatNumber } from '../../lib/format/format.js';
import { useLanguage, useTexts } from '../../lib/texts/texts.js';
import { useKeptFocus } from '../../lib/use-kept-focus.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loaded } from '../../ui/loaded.js';
import { Problem } from '../../ui/problem.js';
import { BatchChoice } from './batch-choice.js';
import { readDraft, type BatchDraft } from './batch-draft.js';
import { LeftOutList } from './left-out-list.js';
import { ReadinessView } from './readiness-view.js';
import { SpecimenView } from './specimen-view.js';
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
  const spoken = useLanguage();
  const [draft, setDraft] = useState<BatchDraft>({
    template: first.name,
    language: languageOf(first, spoken),
    municipalities: campaign.municipalities.map(({ number }) => number),
    limit: '',
    informBefore: '',
    destination: 'all',
    sheet: 'single',
    flip: 'long-edge',
    marks: false,
    perMunicipality: false,
    cardsPerFile: '',
  });
  const [isLarge, setLarge] = useState(false);
  const template = templates.find(({ name }) => name === draft.template) ?? first;
  const { filter, wrong } = readDraft(draft);
  const request = { params: { campaignId: campaign.id } };
  const [reading] = useEndpoints(previewBatch, filter === null ? [] : [{ ...request, body: filter }]);
  const refused = reading?.error instanceof ApiError ? reading.error.fields : [];
  const problemAt = (field: keyof BatchDraft) => {
    const isWrong = wrong.find((one) => one === field);
    return isWrong === undefined
      ? refused.find(({ path }) => path === field)?.message
      : say(`wrong.${isWrong}`);
  };
  const change = (changes: Partial<BatchDraft>) => {
    const changed = { ...draft, ...changes };
    const chosen = templates.find(({ name }) => name === changed.template) ?? first;
    setDraft({ ...changed, language: languageOf(chosen, changed.language) });
  };
  return (
    <section className="panel" aria-labelledby="batch-new">
      <Heading level={2} data-size="sm" id="batch-new">
        {say('choose')}
      </Heading>
      <div className={isLarge ? 'stack' : 'columns'}>
        <BatchChoice {...{ campaign, templates, draft, problemAt }} onChange={change} />
        <SpecimenView
          {...{ campaign, template, isLarge }}
          onLarge={setLarge}
          language={draft.language}
          municipalities={draft.municipalities}
        />
      </div>
      {filter !== null && reading !== undefined && !refused.some(({ path }) => path in draft) ? (
        <ReadyBatch {...{ campaign, householdPath, filter, reading }} />
      ) : (
        <Paragraph role="status">
          {draft.municipalities.length === 0 ? say('nobodyChosen') : say('mendFirst')}
        </Paragraph>
      )}
    </section>
  );
}

function languageOf({ languages }: CardTemplate, wanted: Language): Language {
  return languages.includes(wanted) ? wanted : (languages[0] ?? 'nb');
}

interface ReadyBatchProps extends NewBatchProps {
  readonly filter: BatchFilter;
  readonly reading: UseQueryResult<Readiness>;
}

function ReadyBatch({ campaign, householdPath, filter, reading }: ReadyBatchProps) {
  const say = useTexts(postcardTexts);
  const making = useSend(createBatch, [listBatches, previewBatch, getToday]);
  const kept = useKeptFocus<HTMLDivElement>();
  const make = () => {
    if (!making.isPending) making.mutate({ params: { campaignId: campaign.id }, body: filter });
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
          <div className="stack stack--tight" {...kept}>
            <p role="status" className={making.data === undefined ? 'ds-sr-only' : 'status-line'}>
              {making.data === undefined ? null : (
                <>
                  {say('made', { number: making.data.number })}{' '}
                  <a className="ds-link" href={`#batch-${making.data.id}`}>
                    {say('toBatch')}
                  </a>
                </>
              )}
            </p>
            <div className="row">
              {readiness.ready > 0 ? (
                <Button onClick={make}>{wordsFor(readiness.ready)}</Button>
              ) : (
                <Paragraph>{say('nothingReady')}</Paragraph>
              )}
            </div>
          </div>
          <LeftOutList readiness={readiness} householdPath={householdPath} />
        </>
      )}
    </Loaded>
  );
}
