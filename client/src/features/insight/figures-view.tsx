import { useState } from 'react';
import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import {
  downloadFigures,
  funnelSteps,
  getFigures,
  type Figures,
  type Funnel,
} from '@savner/contract/insight';
import { addressOf } from '../../lib/api/call.js';
import { useEndpoint } from '../../lib/api/use-endpoint.js';
import { formatMoment, formatNumber, formatShare } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { DataTable } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Loaded } from '../../ui/loaded.js';
import { SelectField } from '../../ui/select-field.js';
import { StepsPlot } from '../../ui/steps-plot.js';
import { insightTexts } from './texts.js';

/** The funnel from tip to moved: drawn, and as a table. */
export function FiguresView({ campaign }: { readonly campaign: Campaign }) {
  const say = useTexts(insightTexts);
  const params = { campaignId: campaign.id };
  const reading = useEndpoint(getFigures, { params });
  return (
    <Loaded reading={reading}>
      {(figures) =>
        figures.region.tips === 0 ? (
          <EmptyState title={say('emptyTitle')}>{say('empty')}</EmptyState>
        ) : (
          <>
            <FunnelPlot figures={figures} />
            <FunnelTable figures={figures} />
            <div className="row">
              <Button asChild variant="secondary">
                <a href={addressOf(downloadFigures, params)}>{say('downloadCsv')}</a>
              </Button>
              <Paragraph className="quiet">{say('asOf', { at: formatMoment(figures.asOf) })}</Paragraph>
            </div>
          </>
        )
      }
    </Loaded>
  );
}

function FunnelPlot({ figures }: { readonly figures: Figures }) {
  const say = useTexts(insightTexts);
  const [chosen, setChosen] = useState('');
  const funnel =
    figures.municipalities.find(({ municipality }) => municipality === chosen)?.funnel ?? figures.region;
  return (
    <section className="panel" aria-labelledby="funnel-plot">
      <div className="page__head">
        <Heading level={2} data-size="sm" id="funnel-plot">
          {say('plot')}
        </Heading>
        <SelectField
          size="sm"
          label={say('choosePlot')}
          value={chosen}
          onChange={setChosen}
          choices={[
            { value: '', label: say('region') },
            ...figures.municipalities.map(({ municipality, name }) => ({ value: municipality, label: name })),
          ]}
        />
      </div>
      <StepsPlot
        label={say('plot')}
        steps={funnelSteps.map((step) => ({
          label: say(`step.${step}`),
          value: funnel[step],
          words: wordsFor(step, funnel),
        }))}
      />
      <Paragraph data-size="sm" className="quiet">
        {say('shareNote')}
      </Paragraph>
    </section>
  );

  /** From «informed» on, a number says most as a share of the households. */
  function wordsFor(step: keyof Funnel, { [step]: count, households }: Funnel): string {
    if (count === null) return say('hidden');
    if (step === 'tips' || step === 'households' || households === null || households === 0) {
      return formatNumber(count);
    }
    return say('withShare', { count: formatNumber(count), share: formatShare(count / households) });
  }
}

function FunnelTable({ figures }: { readonly figures: Figures }) {
  const say = useTexts(insightTexts);
  const { municipalities, region, smallestShown } = figures;
  const shown = (count: number | null) => (count === null ? say('hidden') : formatNumber(count));
  const sum = {
    municipality: '',
    name: say('region'),
    funnel: region,
    remaining: undefined,
    wrongNumbers: undefined,
  };
  const rows = [...municipalities, sum];
  const hides = municipalities.some((row) => Object.values(row.funnel).includes(null));
  return (
    <section className="stack stack--tight" aria-labelledby="funnel-table">
      <Heading level={2} data-size="sm" id="funnel-table">
        {say('perMunicipality')}
      </Heading>
      <DataTable
        caption={say('perMunicipality')}
        rows={rows}
        keyOf={({ municipality }) => municipality}
        columns={[
          { header: say('municipality'), cell: ({ name }) => name },
          ...funnelSteps.map((step) => ({
            header: say(`step.${step}`),
            kind: 'number' as const,
            cell: ({ funnel }: (typeof rows)[number]) => shown(funnel[step]),
          })),
          ...(['remaining', 'wrongNumbers'] as const).map((name) => ({
            header: say(name),
            kind: 'number' as const,
            cell: (row: (typeof rows)[number]) => {
              const count = row[name];
              return count === undefined ? null : shown(count);
            },
          })),
        ]}
      />
      {hides ? (
        <Paragraph data-size="sm" className="quiet">
          {say('hiddenNote', { smallest: smallestShown })}
        </Paragraph>
      ) : null}
    </section>
  );
}
