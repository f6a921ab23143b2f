import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createBatch, listTemplates, previewBatch, type CardTemplate } from '@savner/contract/postcards';
import { FakeServer } from '../../../test/fake-server.js';
import { renderPage } from '../../../test/render-page.js';
import { aCampaign, anId, aReadiness, aRenderingBatch } from '../../../test/samples.js';
import { NewBatch } from './new-batch.js';

const template: CardTemplate = {
  name: 'fjell-a6',
  title: 'Fjell',
  version: 'c0ffee123456',
  widthMm: 148,
  heightMm: 105,
  languages: ['nb', 'nn'],
  problem: null,
};

describe('choosing who gets a card', () => {
  let server: FakeServer;
  let templates: CardTemplate[];
  beforeEach(() => {
    templates = [template];
    server = new FakeServer()
      .on(listTemplates, () => ({ templates }))
      .on(previewBatch, () => aReadiness())
      .on(createBatch, () => aRenderingBatch(0));
    server.install();
  });
  const show = () =>
    renderPage(
      <NewBatch campaign={aCampaign()} householdPath={(householdId) => `/husstander/${householdId}`} />,
    );

  it('leads from each household that is left out to where it can be mended', async () => {
    show();
    const link = await screen.findByRole('link', { name: 'Ola Solbakken' });
    expect(link.getAttribute('href')).toBe(`/husstander/${anId(90)}`);
    expect(screen.getByText('Vi har ingen adresse. Skriv den inn på husstanden.')).toBeTruthy();
  });

  it('makes the batch of exactly the choice that was counted', async () => {
    show();
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Tolga' }));
    await userEvent.type(screen.getByLabelText(/Høyst så mange kort/), '50');
    await userEvent.click(await screen.findByRole('button', { name: 'Lag 212 kort' }));
    expect(server.sentTo(createBatch)[0]?.body).toEqual({
      template: 'fjell-a6',
      language: 'nb',
      municipalities: ['3427', '5025'],
      limit: 50,
    });
  });

  it('offers nothing to print while the limit is no number, and says so', async () => {
    show();
    await userEvent.type(await screen.findByLabelText(/Høyst så mange kort/), 'mange');
    expect(screen.getByText(/Skriv et helt tall fra 1 til 5000/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Lag/ })).toBeNull();
  });

  it('names a template that cannot be used, and why', async () => {
    templates = [{ ...template, problem: 'template.json: feltet «front» mangler. Legg det til.' }];
    show();
    expect(await screen.findByText(/«Fjell» kan ikke brukes: template.json/)).toBeTruthy();
    expect(screen.getByText('Ingen kortmal kan brukes')).toBeTruthy();
  });
});
