import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { downloadCards, listBatches, readBatch, reprintBatch } from '@savner/contract/postcards';
import type { Batch } from '@savner/contract/postcards';
import { FakePdf, WithPdf } from '../../../test/fake-pdf.js';
import { FakeServer, Refusal } from '../../../test/fake-server.js';
import { renderPage } from '../../../test/render-page.js';
import { aBatch, aCampaign, aRenderingBatch, sampleMoment } from '../../../test/samples.js';
import { BatchList } from './batch-list.js';

const file = { municipality: '5025', bytes: 460_000, pages: 240, sha256: 'c'.repeat(64) };
const twoFiles = [
  { ...file, number: 1, firstCard: 1, cards: 120 },
  { ...file, number: 2, municipality: '3427', firstCard: 121, cards: 92, sha256: 'd'.repeat(64) },
];

let server: FakeServer;
let batch: Batch;
let pdf: FakePdf;
beforeEach(() => {
  batch = aBatch();
  pdf = new FakePdf(12);
  server = new FakeServer()
    .on(listBatches, () => ({ batches: [batch] }))
    .on(readBatch, () => batch)
    .on(downloadCards, () => new Uint8Array())
    .on(reprintBatch, () => (batch = aRenderingBatch(0)));
  server.install();
});
const show = () =>
  renderPage(
    <WithPdf open={() => pdf}>
      <BatchList campaign={aCampaign()} now={sampleMoment} returnedPath="/kort/retur" />
    </WithPdf>,
  );

describe('the files of a batch', () => {
  it('are told apart by municipality, cards and size, each with its checksum', async () => {
    batch = aBatch({ files: twoFiles });
    show();
    const rows = within(await screen.findByRole('table', { name: 'Trykkfilene i parti 3' }));
    const second = within(rows.getByRole('row', { name: /^Fil 2/ }));
    expect(second.getByText('Tynset')).toBeTruthy();
    expect(second.getByText('121–212')).toBeTruthy();
    expect(second.getByText('450 kB')).toBeTruthy();
    expect(second.getByRole('link', { name: 'Last ned fil 2' }).getAttribute('href')).toMatch(
      /\/files\/2\/cards\.pdf$/,
    );
    await userEvent.click(screen.getByText('Sjekksum og mal'));
    expect(screen.getByText('SHA-256 av fil 2')).toBeTruthy();
    expect(screen.getByText('d'.repeat(64))).toBeTruthy();
  });

  it('come with the addresses in two forms and with what goes in the parcel', async () => {
    show();
    const addressOf = async (name: string) =>
      (await screen.findByRole('link', { name })).getAttribute('href');
    expect(await addressOf('Adressene (Excel)')).toMatch(/addresses\.xlsx$/);
    expect(await addressOf('Adressene (CSV)')).toMatch(/addresses\.csv$/);
    expect(await addressOf('Pakkseddel (PDF)')).toMatch(/packing-list\.pdf$/);
  });

  it('are made again after a question that says why one would', async () => {
    show();
    await userEvent.click(await screen.findByRole('button', { name: 'Lag filene på nytt' }));
    expect(screen.getByRole('group', { name: /samme kodene.*kommer ikke med/s })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Ja, lag dem på nytt' }));
    expect(await screen.findByText('Venter på tur')).toBeTruthy();
    expect(server.sentTo(reprintBatch)).toHaveLength(1);
  });

  it('have gone when somebody was erased, and are offered anew', async () => {
    const filesDeletedAt = '2026-01-20T16:00:00.000Z';
    batch = aBatch({ state: 'posted', postedOn: '2026-01-12', files: [], filesDeletedAt, erased: 2 });
    show();
    expect(await screen.findByText(/Trykkfilene ble slettet 20.01.2026 kl. 17:00/)).toBeTruthy();
    expect(screen.getByText('2 kort er slettet. De er ikke lenger i noen fil.')).toBeTruthy();
    expect(screen.queryByRole('link', { name: /Pakkseddel/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Lag filene på nytt' })).toBeTruthy();
  });

  it('of a posted batch show how far they have come when they are made again', async () => {
    batch = aBatch({ state: 'posted', postedOn: '2026-01-12', files: [], job: aRenderingBatch(90).job });
    show();
    expect(await screen.findByText('90 av 212')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Stopp' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Lag filene på nytt' })).toBeNull();
  });
});

describe('what has become of the cards of a batch', () => {
  it('leads from those that came back to where they are written down', async () => {
    batch = aBatch({ state: 'posted', postedOn: '2026-01-12', returned: 1 });
    show();
    expect(await screen.findByText(/1 kort har kommet i retur\./)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Kort i retur' }).getAttribute('href')).toBe('/kort/retur');
  });

  it('is stopped on request while the files are made', async () => {
    batch = aRenderingBatch(40);
    show();
    await userEvent.click(await screen.findByRole('button', { name: 'Stopp' }));
    expect(screen.getByRole('group', { name: /Partiet blir avlyst/ })).toBeTruthy();
  });

  it('is told with the pace once two answers have come', async () => {
    batch = aRenderingBatch(40);
    server.on(readBatch, () => {
      batch = aRenderingBatch(Math.min(212, (batch.job?.done ?? 0) + 40));
      return batch;
    });
    show();
    expect(await screen.findByText(/omtrent \d+ kort i sekundet/, {}, { timeout: 5_000 })).toBeTruthy();
  });
});

describe('leafing through the cards of a file', () => {
  const look = async () => userEvent.click(await screen.findByRole('button', { name: 'Se på kortene' }));

  it('shows front and back of one card at a time, and turns to the next', async () => {
    show();
    await look();
    await screen.findByRole('img', { name: 'Forsiden av kort 1. Tekst på side 1' });
    await screen.findByRole('img', { name: 'Baksiden av kort 1. Tekst på side 2' });
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Kortene i trykkfila' }));
    await userEvent.click(screen.getByRole('button', { name: 'Neste' }));
    await screen.findByRole('img', { name: 'Baksiden av kort 2. Tekst på side 4' });
    expect(screen.getByText('Kort 2 av 6')).toBeTruthy();
    expect(screen.getAllByRole('img')).toHaveLength(2);
  });

  it('stays at the last card, and goes straight to a number', async () => {
    show();
    await look();
    const number = await screen.findByLabelText('Gå til kort nummer');
    await userEvent.clear(number);
    await userEvent.type(number, '6');
    await screen.findByRole('img', { name: /^Forsiden av kort 6/ });
    await userEvent.click(screen.getByRole('button', { name: 'Neste' }));
    expect(screen.getByText('Kort 6 av 6')).toBeTruthy();
    await userEvent.type(number, '6');
    expect(screen.getByText('Skriv et tall fra 1 til 6.')).toBeTruthy();
  });

  it('shows sheets as sheets', async () => {
    batch = aBatch({ sheet: 'sra3' });
    show();
    await look();
    await screen.findByRole('img', { name: /^Forsiden av ark 1/ });
    expect(screen.getByText('Ark 1 av 6')).toBeTruthy();
  });

  it('gives the focus back to the button it was opened by', async () => {
    show();
    await look();
    await userEvent.click(screen.getByRole('button', { name: 'Lukk' }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Se på kortene' }));
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('says so calmly when the file cannot be had', async () => {
    server.on(downloadCards, () => new Refusal('batch_not_ready'));
    show();
    await look();
    expect(await screen.findByText(/Vi får ikke vist bildet her/)).toBeTruthy();
    expect(screen.getByRole('link', { name: /Last ned kortene/ })).toBeTruthy();
  });
});
