import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { importTips, previewTipImport } from '@savner/contract/tips';
import { FakeServer, Refusal } from '../../../test/fake-server.js';
import { renderPage } from '../../../test/render-page.js';
import { aCampaign, aPreview, anImport } from '../../../test/samples.js';
import { ImportFlow } from './import-flow.js';

const list = new File(['fornavn;kommune\nKristin;5025\n'], 'tips.csv', { type: 'text/csv' });

describe('bringing in a list of tips', () => {
  let server: FakeServer;
  beforeEach(() => {
    server = new FakeServer().on(previewTipImport, () => aPreview()).on(importTips, () => anImport());
    server.install();
    renderPage(<ImportFlow campaign={aCampaign()} tipsPath="/tips" />);
  });
  const choose = async () => userEvent.upload(screen.getByLabelText(/CSV-fil/), list);

  it('shows what was understood and stores nothing', async () => {
    await choose();
    expect(await screen.findByRole('heading', { name: 'Dette fant vi i tips.csv' })).toBe(
      document.activeElement,
    );
    expect(screen.getByText('Ingenting er lagret ennå.')).toBeTruthy();
    expect(screen.getByText(/kjenner vi ikke.*skonummer/)).toBeTruthy();
    expect(server.sentTo(importTips)).toHaveLength(0);
  });

  it('names each bad row with its column and remedy', async () => {
    await choose();
    const row = (await screen.findByRole('rowheader', { name: 'Rad 3' })).closest('tr');
    expect(row?.textContent).toContain('postnummer');
    expect(row?.textContent).toContain('Et norsk postnummer har fire siffer');
  });

  it('stores only the new rows, once, with the checksum of the preview', async () => {
    await choose();
    await userEvent.click(await screen.findByRole('button', { name: 'Hent inn 2 tips' }));
    expect(await screen.findByRole('heading', { name: '2 tips er hentet inn' })).toBeTruthy();
    const [sent] = server.sentTo(importTips);
    expect(sent?.query.get('sha256')).toBe(aPreview().sha256);
    expect(sent?.body).toBeInstanceOf(Uint8Array);
  });

  it('keeps the preview and says why when the list was refused', async () => {
    server.on(importTips, () => new Refusal('campaign_not_open'));
    await choose();
    await userEvent.click(await screen.findByRole('button', { name: 'Hent inn 2 tips' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Kampanjen er ikke åpen nå.');
    expect(screen.getByRole('button', { name: 'Hent inn 2 tips' })).toBeTruthy();
  });

  it('offers nothing to confirm when every good row was taken in before', async () => {
    server.on(previewTipImport, () =>
      aPreview({ alreadyImported: true, counts: { rows: 3, good: 3, bad: 0, repeated: 3 } }),
    );
    await choose();
    expect(await screen.findByText(/Akkurat denne fila er hentet inn før/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Hent inn/ })).toBeNull();
  });

  it('lets a file that cannot be read be followed by another', async () => {
    server.on(previewTipImport, () => new Refusal('unsupported_media_type'));
    await choose();
    expect((await screen.findByRole('alert')).textContent).toContain('Denne filtypen kan vi ikke lese.');
    server.on(previewTipImport, () => aPreview());
    await choose();
    expect(await screen.findByRole('heading', { name: 'Dette fant vi i tips.csv' })).toBeTruthy();
  });
});
