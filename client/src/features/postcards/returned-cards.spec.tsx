import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { findCards, returnCard, undoReturn, type FoundCard } from '@savner/contract/postcards';
import { FakeServer, Refusal } from '../../../test/fake-server.js';
import { renderPage } from '../../../test/render-page.js';
import { aCampaign, aFoundCard, anId, sampleMoment } from '../../../test/samples.js';
import { ReturnedCards } from './returned-cards.js';

let server: FakeServer;
let cards: FoundCard[];
let total: number | null;
beforeEach(() => {
  cards = [aFoundCard()];
  total = null;
  server = new FakeServer()
    .on(findCards, () => ({ cards, total: total ?? cards.length }))
    .on(returnCard, () => {
      const card = aFoundCard({ state: 'returned', returnedOn: '2026-01-20', returnReason: 'moved' });
      cards = [card];
      return card;
    })
    .on(undoReturn, () => {
      cards = [aFoundCard()];
      return aFoundCard();
    });
  server.install();
});

const paths = { household: (id: string) => `/husstander/${id}`, batches: '/kort#partier' };
const show = () => renderPage(<ReturnedCards campaign={aCampaign()} now={sampleMoment} paths={paths} />);
const find = async (search = 'Prøvehaug') =>
  userEvent.type(screen.getByLabelText('Skriv koden på kortet, eller navnet'), `${search}{Enter}`);

describe('writing down a card that came back', () => {
  it('takes a reason and the day, which is today until somebody says otherwise', async () => {
    show();
    await find();
    await userEvent.click(await screen.findByRole('button', { name: /^Kom i retur/ }));
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Har flyttet' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Har flyttet' }));
    await userEvent.click(screen.getByRole('button', { name: 'Før opp' }));
    expect(await screen.findByText('Kom i retur 20.01.2026: har flyttet.')).toBeTruthy();
    expect(server.sentTo(returnCard)[0]?.body).toEqual({ returnedOn: '2026-01-20', reason: 'moved' });
  });

  it('reads the result aloud, keeps the keyboard there, and leads to the household', async () => {
    show();
    await find();
    await userEvent.click(await screen.findByRole('button', { name: /^Kom i retur/ }));
    await userEvent.keyboard(' ');
    await userEvent.click(screen.getByRole('button', { name: 'Før opp' }));
    const link = await screen.findByRole('link', { name: 'Finn ny adresse' });
    expect(link.getAttribute('href')).toBe(`/husstander/${anId(90)}`);
    const card = screen.getByRole('article', { name: 'Ola Prøvehaug' });
    expect(within(card).getByRole('status').textContent).toContain('Kom i retur 20.01.2026');
    expect(document.activeElement).toBe(card);
  });

  it('is undone, and asks afresh the next time', async () => {
    cards = [aFoundCard({ state: 'returned', returnedOn: '2026-01-20', returnReason: 'refused' })];
    show();
    await find();
    await userEvent.click(await screen.findByRole('button', { name: 'Angre' }));
    expect(await screen.findByText('Angret. Kortet regnes som sendt igjen.')).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Kom i retur/ })).toBeTruthy();
    expect(screen.queryByRole('radio')).toBeNull();
  });

  it('asks for the reason when there is none', async () => {
    show();
    await find();
    await userEvent.click(await screen.findByRole('button', { name: /^Kom i retur/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Før opp' }));
    expect(screen.getByText('Velg det som ligner mest.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Har flyttet' }));
    expect(server.sentTo(returnCard)).toHaveLength(0);
  });

  it('says at the date what the server finds wrong with it', async () => {
    const message = 'Kortet kan ikke ha kommet i retur før det ble sendt.';
    server.on(
      returnCard,
      () => new Refusal('validation_failed', [{ path: 'returnedOn', code: 'returned_on', message }]),
    );
    show();
    await find();
    await userEvent.click(await screen.findByRole('button', { name: /^Kom i retur/ }));
    await userEvent.click(screen.getByRole('radio', { name: 'Adressen finnes ikke' }));
    await userEvent.click(screen.getByRole('button', { name: 'Før opp' }));
    await screen.findByText(message);
    const box = screen.getByLabelText('Når kom kortet tilbake?');
    expect(box.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(box);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('looking for a card', () => {
  it('asks for two signs at least', async () => {
    show();
    await find('P');
    expect(screen.getByText('Skriv minst to tegn.')).toBeTruthy();
    expect(server.sentTo(findCards)).toHaveLength(0);
  });

  it('says what to do when there is none, and when there are too many to show', async () => {
    cards = [];
    show();
    await find();
    expect(await screen.findByText(/Vi fant ikke noe kort for «Prøvehaug»/)).toBeTruthy();
    cards = [aFoundCard()];
    total = 31;
    await find('haugen');
    expect(await screen.findByText(/^Viser 1 av 31 kort/)).toBeTruthy();
  });

  it('offers no return of a card that is not posted, and no print of one that is gone', async () => {
    cards = [
      aFoundCard({ id: anId(83), state: 'in_batch', postedOn: null }),
      aFoundCard({ id: anId(84), state: 'erased', addressLines: [], householdId: null }),
    ];
    show();
    await find();
    const waiting = await screen.findByRole('article', { name: 'Ola Prøvehaug' });
    expect(within(waiting).queryByRole('button')).toBeNull();
    const print = within(waiting).getByRole('link', { name: 'Skriv ut kortet på nytt (PDF)' });
    expect(print.getAttribute('href')).toContain(`/cards/${anId(83)}/card.pdf`);
    const erased = screen.getByRole('article', { name: 'Slettet mottaker' });
    expect(within(erased).getByText(/Makuler kortet/)).toBeTruthy();
    expect(within(erased).queryByRole('link')).toBeNull();
  });
});
