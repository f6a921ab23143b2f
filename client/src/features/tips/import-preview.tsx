import { useEffect, useRef } from 'react';
import { Alert, Button, Details, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import { rowProblem, type ImportPreview } from '@savner/contract/tips';
import { formatNumber } from '../../lib/format/format.js';
import { municipalityName } from '../../lib/municipalities.js';
import { commonTexts } from '../../lib/texts/common-texts.js';
import { useTexts } from '../../lib/texts/texts.js';
import { DataTable } from '../../ui/data-table.js';
import { Problem } from '../../ui/problem.js';
import { ImportTally } from './import-tally.js';
import { RowProblems } from './row-problems.js';
import { tipTexts } from './texts.js';

interface ImportPreviewProps {
  readonly campaign: Campaign;
  readonly preview: ImportPreview;
  readonly progress: 'waiting' | 'importing';
  readonly problem: Error | null;
  readonly onConfirm: () => void;
  readonly onOtherFile: () => void;
}

export function ImportPreviewView(props: ImportPreviewProps) {
  const { campaign, preview, progress, problem, onConfirm, onOtherFile } = props;
  const say = useTexts(tipTexts);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const fresh = preview.counts.good - preview.counts.repeated;
  return (
    <div className="stack">
      <section className="panel">
        <Heading level={2} data-size="sm" ref={heading} tabIndex={-1}>
          {say('previewTitle', { file: preview.fileName })}
        </Heading>
        <ImportTally counts={preview.counts} />
        {preview.alreadyImported ? <Alert data-color="info">{say('alreadyImported')}</Alert> : null}
        <Paragraph>{fresh > 0 ? say('nothingStored') : say('nothingToImport')}</Paragraph>
        {problem === null ? null : <Problem error={problem} />}
        <div className="row">
          {fresh > 0 ? (
            <Button onClick={onConfirm}>
              {progress === 'importing'
                ? say('importing')
                : say('confirmImport', { count: formatNumber(fresh) })}
            </Button>
          ) : null}
          <Button variant="secondary" onClick={onOtherFile}>
            {say('otherFile')}
          </Button>
        </div>
      </section>
      {preview.problems.length === 0 ? null : (
        <section className="stack stack--tight">
          <Heading level={2} data-size="sm">
            {say('problems')}
          </Heading>
          <Paragraph className="quiet">{say('problemsIntro')}</Paragraph>
          <RowProblems problems={preview.problems} />
          {preview.problemsLeftOut === 0 ? null : (
            <Paragraph>{say('problemsLeftOut', { count: formatNumber(preview.problemsLeftOut) })}</Paragraph>
          )}
        </section>
      )}
      <Sample campaign={campaign} preview={preview} />
      <Columns preview={preview} />
    </div>
  );
}

function Sample({ campaign, preview }: Pick<ImportPreviewProps, 'campaign' | 'preview'>) {
  const say = useTexts(tipTexts);
  const sayCommon = useTexts(commonTexts);
  if (preview.sample.length === 0) return null;
  const nameOf = (number: string) => municipalityName(campaign.municipalities, number);
  return (
    <section className="stack stack--tight">
      <Heading level={2} data-size="sm">
        {say('sample')}
      </Heading>
      <DataTable
        caption={say('sample')}
        rows={preview.sample}
        keyOf={({ row }) => String(row)}
        columns={[
          { header: say('name'), cell: ({ name }) => name },
          { header: sayCommon('municipality'), cell: ({ municipality }) => nameOf(municipality) },
          { header: say('place'), cell: ({ place }) => place },
          { header: say('row'), kind: 'number', cell: ({ row }) => row },
        ]}
      />
    </section>
  );
}

function Columns({ preview: { columns } }: Pick<ImportPreviewProps, 'preview'>) {
  const say = useTexts(tipTexts);
  const leftOut = columns.filter(({ field }) => field === null).map(({ header }) => header);
  return (
    <section className="stack stack--tight">
      <Heading level={2} data-size="sm">
        {say('columns')}
      </Heading>
      {leftOut.length === 0 ? null : (
        <Alert data-color="warning">{say('columnsLeftOut', { headers: leftOut.join(', ') })}</Alert>
      )}
      <Details>
        <Details.Summary>{say('columnsCaption')}</Details.Summary>
        <Details.Content>
          <DataTable
            caption={say('columnsCaption')}
            rows={columns}
            keyOf={({ header }) => header}
            columns={[
              { header: say('headerInFile'), cell: ({ header }) => header },
              {
                header: say('readAs'),
                cell: ({ field }) => (field === null ? say('notRead') : wordsFor(field)),
              },
            ]}
          />
        </Details.Content>
      </Details>
    </section>
  );

  function wordsFor(field: string): string {
    const known = rowProblem.shape.field.safeParse(field);
    return known.success ? say(`field.${known.data}`) : field;
  }
}
