import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { cancelBatch, listBatches, markPosted, readBatch, retryBatch } from '@savner/contract/postcards';
import type { Batch } from '@savner/contract/postcards';
import { FakeServer } from '../../../test/fake-server.js';
import { renderPage } from '../../../test/render-page.js';
import { aBatch, aCampaign, aRenderingBatch, sampleMoment } from '../../../test/samples.js';
import { BatchList } from './batch-list.js';

describe('following a batch of cards', () => {
  let server: FakeServer;
  let batch: Batch;
  beforeEach(() => {
    batch = aBatch();
    server = new FakeServer().on(listBatches, () => ({ batches: [batch] })).on(readBatch, () => batch);
    server.install();
  });
  const show = () =>
    renderPage(<BatchList campaign={aCampaign()} now={sampleMoment} returnedPath="/kort/retur" />);

  it('counts the cards as they are drawn, and offers the files when they are done', async () => {
    batch = aRenderingBatch(40);
    show();
    expect(await screen.findByText('40 av 212')).toBeTruthy();
    batch = aRenderingBatch(130);
    expect(await screen.findByText('130 av 212', {}, { timeout: 3_000 })).toBeTruthy();
    batch = aBatch();
    const link = await screen.findByRole('link', { name: /Last ned kortene/ }, { timeout: 3_000 });
    expect(link.getAttribute('href')).toMatch(/\/postcards\/batches\/.+\/files\/1\/cards\.pdf$/);
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('says that it waits before anybody has begun', async () => {
    batch = aRenderingBatch(0);
    show();
    expect(await screen.findByText('Venter på tur')).toBeTruthy();
  });

  it('marks the batch posted on the day that is written', async () => {
    server.on(markPosted, () => (batch = aBatch({ state: 'posted', postedOn: '2026-01-20' })));
    show();
    await userEvent.click(await screen.findByRole('button', { name: 'Før opp som sendt' }));
    expect(await screen.findByText('Levert til posten 20.01.2026.')).toBeTruthy();
    expect(server.sentTo(markPosted)[0]?.body).toEqual({ postedOn: '2026-01-20' });
  });

  it('asks before a batch is cancelled, and does nothing when the answer is no', async () => {
    server.on(cancelBatch, () => (batch = aBatch({ state: 'cancelled', files: [] })));
    show();
    await userEvent.click(await screen.findByRole('button', { name: 'Avlys partiet' }));
    const question = screen.getByRole('group', { name: /Trykkfilene blir slettet/ });
    expect(document.activeElement).toBe(within(question).getByRole('button', { name: 'Avbryt' }));
    await userEvent.keyboard('{Escape}');
    expect(server.sentTo(cancelBatch)).toHaveLength(0);
    await userEvent.click(screen.getByRole('button', { name: 'Avlys partiet' }));
    await userEvent.click(screen.getByRole('button', { name: 'Ja, avlys' }));
    expect(await screen.findByText('Avlyst')).toBeTruthy();
  });

  it('tells why the work failed, and tries again on request', async () => {
    const { job } = aRenderingBatch(12);
    if (job === null) throw new Error('the sample has a job');
    batch = aBatch({
      state: 'failed',
      files: [],
      job: { ...job, state: 'failed', problem: 'Disken er full.' },
    });
    server.on(retryBatch, () => (batch = aRenderingBatch(12)));
    show();
    expect(await screen.findByText('Disken er full.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Prøv igjen' }));
    await waitFor(() => expect(screen.getByText('12 av 212')).toBeTruthy());
  });
});
