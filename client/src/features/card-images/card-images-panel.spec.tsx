import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  listCardImages,
  removeCardImage,
  storeCardImage,
  type CardImage,
  type CardImages,
} from '@savner/contract/card-images';
import { FakeServer, Refusal } from '../../../test/fake-server.js';
import { renderPage } from '../../../test/render-page.js';
import { aCampaign, sampleMoment } from '../../../test/samples.js';
import { CardImagesPanel } from './card-images-panel.js';

const image = (slot: string, alternative: string): CardImage => ({
  slot,
  sha256: 'a'.repeat(64),
  widthPx: 1900,
  heightPx: 1400,
  alternative,
  uploadedAt: sampleMoment,
  uploadedBy: 'Kaia Prøvestad',
});

describe('pictures on the cards', () => {
  let server: FakeServer;
  let stored: CardImages;
  beforeEach(() => {
    const place = { template: 'fjell-a6', title: 'Fjell, A6', widthPx: 1819, heightPx: 1311 };
    stored = { photo: null, signatures: [], places: [{ ...place, isFilled: null }] };
    server = new FakeServer()
      .on(listCardImages, () => stored)
      .on(storeCardImage, ({ params, query }) => {
        const { slot = '' } = params;
        if (slot === 'photo') stored = { ...stored, photo: image(slot, query.get('alternative') ?? '') };
        else stored = { ...stored, signatures: [image(slot, '')] };
        return stored;
      })
      .on(removeCardImage, () => (stored = { ...stored, photo: null }));
    server.install();
    renderPage(<CardImagesPanel campaign={aCampaign()} />);
  });
  const file = () => new File([new Uint8Array([0xff, 0xd8])], 'bilde.jpg', { type: 'image/jpeg' });

  it('asks for the picture and for what it shows before anything is sent', async () => {
    await userEvent.click(await screen.findByRole('button', { name: 'Legg inn bildet' }));
    expect(screen.getByText('Velg et bilde.')).toBeTruthy();
    expect(screen.getByText('Skriv hva bildet viser.')).toBeTruthy();
    expect(server.sentTo(storeCardImage)).toEqual([]);
  });

  it('shows the picture in words and who put it there, and takes it away again', async () => {
    await userEvent.upload(await screen.findByLabelText('Velg bilde'), file());
    await userEvent.type(screen.getByLabelText('Hva bildet viser'), 'Utsikt over bygda');
    await userEvent.click(screen.getByRole('button', { name: 'Legg inn bildet' }));
    expect(await screen.findByRole('img', { name: 'Utsikt over bygda' })).toBeTruthy();
    expect(screen.getByText(/Lagt inn .* av Kaia Prøvestad/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Fjern' }));
    await userEvent.click(screen.getByRole('button', { name: 'Ja, fjern bildet' }));
    expect(await screen.findByText('Ingen bilde ennå: kortene får tegningen.')).toBeTruthy();
  });

  it('stores a mayor’s signature as soon as it is chosen', async () => {
    await userEvent.upload(await screen.findByLabelText('Velg bilde av underskriften fra Tynset'), file());
    expect(await screen.findByRole('img', { name: 'Underskrift fra ordføreren i Tynset' })).toBeTruthy();
    expect(server.sentTo(storeCardImage).map(({ params }) => params['slot'])).toEqual(['3427']);
  });

  it('says what is wrong with a picture that is refused', async () => {
    const message = 'Bildet er 1200 × 800 punkter; kortet trenger minst 1819 × 1311.';
    server.on(
      storeCardImage,
      () => new Refusal('validation_failed', [{ path: 'file', code: 'image', message }]),
    );
    await userEvent.upload(await screen.findByLabelText('Velg bilde'), file());
    await userEvent.type(screen.getByLabelText('Hva bildet viser'), 'Utsikt');
    await userEvent.click(screen.getByRole('button', { name: 'Legg inn bildet' }));
    expect(await screen.findByText(message)).toBeTruthy();
  });
});
