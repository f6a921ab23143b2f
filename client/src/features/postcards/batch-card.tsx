import { Link } from 'react-router';
import { Alert, Button, Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import { getToday } from '@savner/contract/insight';
import {
  cancelBatch,
  listBatches,
  previewBatch,
  readBatch,
  reprintBatch,
  retryBatch,
  type Batch,
} from '@savner/contract/postcards';
import { useSend } from '../../lib/api/use-endpoint.js';
import { formatDate, formatMoment, formatNumber } from '../../lib/format/format.js';
import { useTexts, type Say } from '../../lib/texts/texts.js';
import { useKeptFocus } from '../../lib/use-kept-focus.js';
import { Confirm } from '../../ui/confirm.js';
import { Problem } from '../../ui/problem.js';
import { BatchFiles } from './batch-files.js';
import { BatchProgress, isBeingMade } from './batch-progress.js';
import { PostedForm } from './posted-form.js';
import { postcardTexts } from './texts.js';

const colors = {
  rendering: 'info',
  ready: 'success',
  failed: 'danger',
  posted: 'neutral',
  cancelled: 'neutral',
} as const;

interface BatchCardProps {
  readonly campaign: Campaign;
  readonly batch: Batch;
  readonly now: string;
  /** Where cards that came back are written down. */
  readonly returnedPath: string;
}

/** One batch: how far it has come, its files, and what can be done with it now. */
export function BatchCard({ campaign, batch, now, returnedPath }: BatchCardProps) {
  const say = useTexts(postcardTexts);
  const params = { campaignId: campaign.id, batchId: batch.id };
  const refreshes = [listBatches, readBatch, previewBatch, getToday];
  const cancelling = useSend(cancelBatch, refreshes);
  const retrying = useSend(retryBatch, refreshes);
  const reprinting = useSend(reprintBatch, refreshes);
  const problem = cancelling.error ?? retrying.error ?? reprinting.error;
  const kept = useKeptFocus<HTMLElement>();
  const isMaking = isBeingMade(batch);
  const canCancel = batch.state !== 'posted' && batch.state !== 'cancelled';
  const canReprint = !isMaking && (batch.state === 'ready' || batch.state === 'posted');
  return (
    <article className="panel" aria-labelledby={`batch-${batch.id}`} {...kept}>
      <div className="row">
        <Heading level={3} data-size="xs" id={`batch-${batch.id}`}>
          {say('batch', { number: batch.number })}
        </Heading>
        <Tag data-color={colors[batch.state]}>{say(`state.${batch.state}`)}</Tag>
      </div>
      <Paragraph>
        {say('cards', { count: formatNumber(batch.cards) })} · {say(`language.${batch.language}`)} ·{' '}
        {placesOf(campaign, batch, say)}
        {batch.sheet === 'single' ? '' : ` · ${say(`sheet.${batch.sheet}`)}`}
        {batch.marks ? ` · ${say('withMarks')}` : ''}
        <span className="quiet">
          {' '}
          · {say('madeBy', { at: formatMoment(batch.createdAt), name: batch.createdBy })}
        </span>
      </Paragraph>
      {isMaking ? <BatchProgress params={params} batch={batch} /> : null}
      {batch.state === 'failed' ? <Paragraph>{batch.job?.problem ?? say('failed')}</Paragraph> : null}
      {batch.postedOn === null ? null : (
        <Paragraph>{say('postedOn', { date: formatDate(batch.postedOn) })}</Paragraph>
      )}
      <Losses batch={batch} returnedPath={returnedPath} />
      {isMaking || batch.state === 'failed' || batch.state === 'cancelled' ? null : (
        <BatchFiles campaign={campaign} batch={batch} />
      )}
      {batch.state === 'ready' ? <PostedForm campaign={campaign} batch={batch} now={now} /> : null}
      {problem === null ? null : <Problem error={problem} />}
      <div className="row">
        {batch.state === 'failed' ? (
          <Button data-size="sm" onClick={() => retrying.mutate({ params })}>
            {say('retry')}
          </Button>
        ) : null}
        {canReprint ? (
          <Confirm
            ask={say('reprint')}
            question={batch.files.length === 0 ? say('reprintLost') : say('reprintQuestion')}
            yes={say('reprintYes')}
            onYes={() => reprinting.mutate({ params })}
          />
        ) : null}
        {canCancel ? (
          <Confirm
            tone="danger"
            ask={isMaking ? say('stop') : say('cancel')}
            question={isMaking ? say('stopQuestion') : say('cancelQuestion')}
            yes={isMaking ? say('stopYes') : say('cancelYes')}
            onYes={() => cancelling.mutate({ params })}
          />
        ) : null}
      </div>
    </article>
  );
}

/** What is no longer as it was printed: people erased, cards that came back, files that are gone. */
function Losses({ batch, returnedPath }: Pick<BatchCardProps, 'batch' | 'returnedPath'>) {
  const say = useTexts(postcardTexts);
  const { erased, returned, filesDeletedAt, files } = batch;
  return (
    <>
      {filesDeletedAt === null || files.length > 0 || isBeingMade(batch) ? null : (
        <Alert data-color="info">{say('filesDeleted', { at: formatMoment(filesDeletedAt) })}</Alert>
      )}
      {erased === 0 ? null : (
        <Paragraph>
          {erased === 1 ? say('erasedOne') : say('erased', { count: formatNumber(erased) })}
        </Paragraph>
      )}
      {returned === 0 ? null : (
        <Paragraph>
          {returned === 1 ? say('returnedOne') : say('returned', { count: formatNumber(returned) })}{' '}
          <Link className="ds-link" to={returnedPath}>
            {say('toReturned')}
          </Link>
        </Paragraph>
      )}
    </>
  );
}

function placesOf(campaign: Campaign, batch: Batch, say: Say<typeof postcardTexts.nb>): string {
  const names = campaign.municipalities
    .filter(({ number }) => batch.municipalities.includes(number))
    .map(({ name }) => name);
  return names.length === 0 || names.length === campaign.municipalities.length
    ? say('everyMunicipality')
    : names.join(', ');
}
