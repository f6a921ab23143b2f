import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { changeCampaign, listCampaigns, type Campaign } from '@savner/contract/campaigns';
import { FakeServer, Refusal } from '../../../test/fake-server.js';
import { renderPage } from '../../../test/render-page.js';
import { aCampaign } from '../../../test/samples.js';
import { EditCampaign } from './edit-campaign.js';

describe('changing a campaign', () => {
  let server: FakeServer;
  let stored: Campaign;
  beforeEach(() => {
    stored = aCampaign();
    server = new FakeServer()
      .on(listCampaigns, () => ({ campaigns: [stored] }))
      .on(changeCampaign, ({ body }) => {
        const { version, state, name = stored.name } = changeCampaign.body?.parse(body) ?? {};
        if (version !== stored.version) return new Refusal('conflict');
        stored = { ...stored, name, state: state ?? stored.state, version: stored.version + 1 };
        return stored;
      });
    server.install();
    renderPage(<EditCampaign campaign={stored} register={stored.municipalities} />);
  });
  const write = async (label: RegExp, text: string) => {
    await userEvent.clear(screen.getByLabelText(label));
    if (text !== '') await userEvent.type(screen.getByLabelText(label), text);
  };
  const save = () => userEvent.click(screen.getByRole('button', { name: 'Lagre endringene' }));

  it('shows both names when somebody else saved first, and saves mine when I choose it', async () => {
    stored = { ...stored, name: 'Kom hjem 2026', version: 2 };
    await write(/^Kampanjens navn/, 'Savnet 2026');
    await save();
    const conflict = await screen.findByRole('alert');
    expect(within(conflict).getByText('Kom hjem 2026')).toBeTruthy();
    expect(within(conflict).getByText('Savnet 2026')).toBeTruthy();
    await userEvent.click(within(conflict).getByRole('button', { name: 'Lagre mitt' }));
    expect(await screen.findByText('Lagret.')).toBeTruthy();
    expect(stored.name).toBe('Savnet 2026');
  });

  it('takes what the other one saved when I choose that', async () => {
    stored = { ...stored, name: 'Kom hjem 2026', version: 2 };
    await write(/^Kampanjens navn/, 'Savnet 2026');
    await save();
    await userEvent.click(await screen.findByRole('button', { name: 'Bruk det som er lagret' }));
    expect(screen.getByLabelText(/^Kampanjens navn/)).toHaveProperty('value', 'Kom hjem 2026');
  });

  it('lists every fault at once, each leading to its field, and sends nothing', async () => {
    await write(/^Region/, '');
    await write(/^Forsøk før vi gir oss/, '99');
    await write(/^Mandag–fredag til/, '12');
    await save();
    const faults = screen.getByText('3 felt må rettes før vi kan gå videre').parentElement;
    const links = within(faults ?? document.body).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '#campaign-region',
      '#campaign-settings-weekdayTo',
      '#campaign-settings-maxAttempts',
    ]);
    expect(server.sentTo(changeCampaign)).toHaveLength(0);
  });

  it('opens the own words that were refused, so that the fault can be reached', async () => {
    const message = 'Her står et fødselsnummer. Ta det bort; det skal ikke på kortet.';
    const path = 'municipalities.0.ownWords.nb';
    server.on(
      changeCampaign,
      () => new Refusal('validation_failed', [{ path, code: 'text.national_id', message }]),
    );
    await write(/^Region/, 'Fjellet');
    const box = document.getElementById('campaign-municipalities-0-wordsNb');
    expect(box?.closest('details')?.open).toBe(false);
    await save();
    expect(await screen.findByRole('link', { name: message })).toHaveProperty(
      'hash',
      '#campaign-municipalities-0-wordsNb',
    );
    expect(box?.closest('details')?.open).toBe(true);
  });

  it('closes only after a question, and keeps what is being written', async () => {
    await write(/^Region/, 'Fjellet');
    await userEvent.click(screen.getByRole('button', { name: 'Avslutt kampanjen' }));
    await userEvent.click(screen.getByRole('button', { name: 'Ja, avslutt' }));
    expect(await screen.findByText('Avsluttet')).toBeTruthy();
    expect(server.sentTo(changeCampaign)[0]?.body).toEqual({ state: 'closed', version: 1 });
    expect(screen.getByLabelText(/^Region/)).toHaveProperty('value', 'Fjellet');
  });
});
