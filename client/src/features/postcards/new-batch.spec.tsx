import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  createBatch,
  getSpecimen,
  listTemplates,
  previewBatch,
  type CardTemplate,
} from '@savner/contract/postcards';
import { FakePdf, WithPdf } from '../../../test/fake-pdf.js';
import { FakeServer, Refusal } from '../../../test/fake-server.js';
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

let server: FakeServer;
let templates: CardTemplate[];
let pdf: FakePdf;
beforeEach(() => {
  templates = [template];
  pdf = new FakePdf(2);
  server = new FakeServer()
    .on(listTemplates, () => ({ templates }))
    .on(getSpecimen, () => new Uint8Array())
    .on(previewBatch, () => aReadiness())
    .on(createBatch, () => aRenderingBatch(0));
  server.install();
});

const show = (open = () => pdf) =>
  renderPage(
    <WithPdf open={open}>
      <NewBatch campaign={aCampaign()} householdPath={(householdId) => `/husstander/${householdId}`} />
    </WithPdf>,
  );

describe('choosing who gets a card', () => {
  it('leads from each household that is left out to where it can be mended', async () => {
    show();
    const link = await screen.findByRole('link', { name: 'Ola Solbakken' });
    expect(link.getAttribute('href')).toBe(`/husstander/${anId(90)}`);
    expect(screen.getByText('Vi har ingen adresse. Skriv den inn på husstanden.')).toBeTruthy();
  });

  it('makes the batch of exactly the choice that was counted', async () => {
    show();
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Tolga' }));
    await userEvent.type(screen.getByLabelText(/Høyst så mange kort$/), '50');
    await userEvent.type(screen.getByLabelText('Skal informeres innen'), '2026-02-20');
    await userEvent.selectOptions(screen.getByLabelText('Hvor kortene skal'), 'Bare utlandet');
    await userEvent.click(await screen.findByRole('button', { name: 'Lag 212 kort' }));
    expect(server.sentTo(createBatch)[0]?.body).toMatchObject({
      template: 'fjell-a6',
      language: 'nb',
      municipalities: ['3427', '5025'],
      limit: 50,
      informBefore: '2026-02-20',
      destination: 'abroad',
      sheet: 'single',
    });
  });

  it('says that the batch has begun, where it is, and keeps the keyboard there', async () => {
    show();
    const make = await screen.findByRole('button', { name: 'Lag 212 kort' });
    server.on(previewBatch, () => aReadiness({ ready: 0 }));
    await userEvent.click(make);
    const link = await screen.findByRole('link', { name: 'Gå til partiet' });
    expect(link.getAttribute('href')).toBe(`#batch-${anId(80)}`);
    expect(link.closest('[role="status"]')?.textContent).toContain('Parti 3 er i gang.');
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Lag/ })).toBeNull());
    expect(document.activeElement?.contains(link)).toBe(true);
    expect(document.activeElement).not.toBe(document.body);
  });

  it('offers nothing to print while the limit is no number, and says so', async () => {
    show();
    await userEvent.type(await screen.findByLabelText(/Høyst så mange kort$/), 'mange');
    expect(screen.getByText(/Skriv et helt tall fra 1 til 100 000/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Lag/ })).toBeNull();
  });

  it('asks for a municipality when all of them are taken away', async () => {
    show();
    for (const { name } of aCampaign().municipalities)
      await userEvent.click(await screen.findByRole('checkbox', { name }));
    expect(screen.getByText('Velg minst én kommune.')).toBeTruthy();
  });

  it('names a template that cannot be used, and why', async () => {
    templates = [{ ...template, problem: 'template.json: feltet «front» mangler. Legg det til.' }];
    show();
    expect(await screen.findByText(/«Fjell» kan ikke brukes: template.json/)).toBeTruthy();
    expect(screen.getByText('Ingen kortmal kan brukes')).toBeTruthy();
  });
});

describe('telling how the print house wants it', () => {
  it('asks over which edge the sheet is turned once there are sheets', async () => {
    show();
    await userEvent.click(await screen.findByText('Trykk'));
    expect(screen.queryByLabelText('Arket vendes over')).toBeNull();
    await userEvent.selectOptions(screen.getByLabelText('Ark'), 'Flere kort på SRA3-ark');
    await userEvent.selectOptions(screen.getByLabelText('Arket vendes over'), 'kortsiden');
    await userEvent.click(screen.getByRole('checkbox', { name: /Skjæremerker/ }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Én fil for hver kommune' }));
    await userEvent.type(screen.getByLabelText('Høyst så mange kort i hver fil'), '250');
    await userEvent.click(await screen.findByRole('button', { name: 'Lag 212 kort' }));
    expect(server.sentTo(createBatch)[0]?.body).toMatchObject({
      sheet: 'sra3',
      flip: 'short-edge',
      marks: true,
      perMunicipality: true,
      cardsPerFile: 250,
    });
  });

  it('says at the sheet that the card is too large for it', async () => {
    const message = 'Kortet er for stort for A4. Velg et større ark, eller ett kort på hvert ark.';
    server.on(previewBatch, ({ body }) =>
      JSON.stringify(body).includes('"a4"')
        ? new Refusal('validation_failed', [{ path: 'sheet', code: 'sheet.too_small', message }])
        : aReadiness(),
    );
    show();
    await userEvent.click(await screen.findByText('Trykk'));
    await userEvent.selectOptions(screen.getByLabelText('Ark'), 'Flere kort på A4-ark');
    await screen.findByText(message);
    expect(screen.getByLabelText('Ark').getAttribute('aria-invalid')).toBe('true');
    expect(screen.queryByRole('button', { name: /^Lag/ })).toBeNull();
    await userEvent.selectOptions(screen.getByLabelText('Ark'), 'Flere kort på SRA3-ark');
    expect(await screen.findByRole('button', { name: 'Lag 212 kort' })).toBeTruthy();
  });

  it('keeps the number of cards in a file within what a file can hold', async () => {
    show();
    await userEvent.click(await screen.findByText('Trykk'));
    await userEvent.type(screen.getByLabelText('Høyst så mange kort i hver fil'), '6000');
    expect(screen.getByText(/Skriv et helt tall fra 1 til 5000/)).toBeTruthy();
  });
});

describe('seeing the card before it is printed', () => {
  it('shows front and back, cut to size, with what stands on them in words', async () => {
    show();
    await screen.findByRole('img', { name: 'Forsiden av prøvekortet. Tekst på side 1' });
    await screen.findByRole('img', { name: /^Baksiden av prøvekortet.* Tekst på side 2$/ });
    expect(pdf.drawn.map(({ page, trim }) => ({ page, trim }))).toEqual([
      { page: 1, trim: { width: 148, height: 105 } },
      { page: 2, trim: { width: 148, height: 105 } },
    ]);
  });

  it('shows the card of another municipality and in another language, and lets go of the first', async () => {
    const first = pdf;
    show();
    await screen.findByRole('img', { name: /Tekst på side 2/ });
    pdf = new FakePdf(2);
    await userEvent.selectOptions(screen.getByLabelText('Vis kortet fra'), 'Tynset');
    await userEvent.selectOptions(screen.getByLabelText('Språk på kortet'), 'Nynorsk');
    await waitFor(() =>
      expect(Object.fromEntries(server.sentTo(getSpecimen).at(-1)?.query ?? [])).toEqual({
        template: 'fjell-a6',
        language: 'nn',
        municipality: '3427',
      }),
    );
    expect(first.isClosed).toBe(true);
  });

  it('gives the link alone when the card cannot be drawn', async () => {
    show(() => {
      throw new Error('no canvas');
    });
    expect(await screen.findByText(/Vi får ikke vist bildet her/)).toBeTruthy();
    expect(screen.getByRole('link', { name: /Åpne prøvekortet/ })).toBeTruthy();
  });

  it('says which text does not fit on the card', async () => {
    server.on(getSpecimen, () => new Refusal('validation_failed'));
    show();
    expect(await screen.findByText('validation_failed')).toBeTruthy();
    expect(screen.queryByText(/Vi får ikke vist bildet/)).toBeNull();
  });
});
