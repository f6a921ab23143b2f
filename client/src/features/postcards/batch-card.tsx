import { Button, Details, Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import { getToday } from '@savner/contract/insight';
import {
  cancelBatch,
  downloadAddresses,
  downloadCards,
  listBatches,
  previewBatch,
  retryBatch,
  type Batch,
} from '@savner/contract/postcards';
import { addressOf } from '../../lib/api/call.js';
import { useSend } from '../../lib/api/use-endpoint.js';
import { formatDate, formatMoment, formatNumber } from '../../lib/format/format.js';
import { useTexts, type Say } from '../../lib/texts/texts.js';
import { Confirm } from '../../ui/confirm.js';
import { Facts } from '../../ui/facts.js';
import { Problem } from '../../ui/problem.js';
import { BatchProgress } from './batch-progress.js';
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
}

/** One batch: how far it has come, its files, and what can be done with it now. */
export function BatchCard({ campaign, batch, now }: BatchCardProps) {
  const say = useTexts(postcardTexts);
  const params = { campaignId: campaign.id, batchId: batch.id };
  const refreshes = [listBatches, previewBatch, getToday];
  const cancelling = useSend(cancelBatch, refreshes);
  const retrying = useSend(retryBatch, refreshes);
  const problem = cancelling.error ?? retrying.error;
  const canCancel = batch.state !== 'posted' && batch.state !== 'cancelled';
  return (
    <article className="panel" aria-labelledby={`batch-${batch.id}`}>
      <div className="row">
        <Heading level={3} data-size="xs" id={`batch-${batch.id}`}>
          {say('batch', { number: batch.number })}
        </Heading>
        <Tag data-color={colors[batch.state]}>{say(`state.${batch.state}`)}</Tag>
      </div>
      <Paragraph>
        {say('cards', { count: formatNumber(batch.cards) })} · {say(`language.${batch.language}`)} ·{' '}
        {placesOf(campaign, batch, say)}
        <span className="quiet">
          {' '}
          · {say('madeBy', { at: formatMoment(batch.createdAt), name: batch.createdBy })}
        </span>
      </Paragraph>
      {batch.state === 'rendering' ? <BatchProgress params={params} batch={batch} /> : null}
      {batch.state === 'failed' ? <Paragraph>{batch.job?.problem ?? say('failed')}</Paragraph> : null}
      {batch.postedOn === null ? null : (
        <Paragraph>{say('postedOn', { date: formatDate(batch.postedOn) })}</Paragraph>
      )}
      <Files params={params} batch={batch} />
      {batch.state === 'ready' ? <PostedForm campaign={campaign} batch={batch} now={now} /> : null}
      {problem === null ? null : <Problem error={problem} />}
      <div className="row">
        {batch.state === 'failed' ? (
          <Button data-size="sm" onClick={() => retrying.mutate({ params })}>
            {say('retry')}
          </Button>
        ) : null}
        {canCancel ? (
          <Confirm
            tone="danger"
            ask={say('cancel')}
            question={say('cancelQuestion')}
            yes={say('cancelYes')}
            onYes={() => cancelling.mutate({ params })}
          />
        ) : null}
      </div>
    </article>
  );
}

interface FilesProps {
  readonly params: { readonly campaignId: string; readonly batchId: string };
  readonly batch: Batch;
}

function Files({ params, batch: { file, template, templateVersion } }: FilesProps) {
  const say = useTexts(postcardTexts);
  if (file === null) return null;
  return (
    <>
      <div className="row">
        <Button asChild data-size="sm">
          <a href={addressOf(downloadCards, params)}>
            {say('downloadCards', { size: sizeOf(file.bytes, say) })}
          </a>
        </Button>
        <Button asChild data-size="sm" variant="secondary">
          <a href={addressOf(downloadAddresses, params)}>{say('downloadAddresses')}</a>
        </Button>
      </div>
      <Details>
        <Details.Summary>{say('checksum')}</Details.Summary>
        <Details.Content>
          <Facts
            facts={[
              { label: say('sha256'), value: <code className="checksum">{file.sha256}</code> },
              { label: say('pages'), value: formatNumber(file.pages) },
              { label: say('templateUsed'), value: `${template} (${templateVersion})` },
            ]}
          />
        </Details.Content>
      </Details>
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

const kilobyte = 1024;
const megabyte = kilobyte * kilobyte;

function sizeOf(bytes: number, say: Say<typeof postcardTexts.nb>): string {
  return bytes < megabyte
    ? say('kilobytes', { size: formatNumber(Math.ceil(bytes / kilobyte)) })
    : say('megabytes', { size: formatNumber(Math.round((bytes / megabyte) * 10) / 10) });
}
