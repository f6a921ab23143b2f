import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { readLink, useLink as oneTimeLink, type LinkPreview, type Session } from '@savner/contract/accounts';
import { FakeServer, Refusal } from '../../test/fake-server.js';
import { renderPage } from '../../test/render-page.js';
import { anId, sampleMoment } from '../../test/samples.js';
import { LinkPage } from './link-page.js';

const token = 'a'.repeat(43);
const session: Session = {
  user: { id: anId(1), name: 'Jon Prøvebakken', email: null, roles: ['caller'], municipality: '3427' },
  now: sampleMoment,
  isDemo: false,
};

const preview: LinkPreview = {
  purpose: 'sign_in',
  name: 'Jon',
  email: null,
  roles: ['caller'],
  municipality: '3427',
  expiresAt: sampleMoment,
};

describe('a one-time link', () => {
  it('is not read again by the one who has just used it, while the next page is on its way', async () => {
    let isUsed = false;
    const server = new FakeServer()
      .on(readLink, () => (isUsed ? new Refusal('link_used_or_expired') : preview))
      .on(oneTimeLink, () => {
        isUsed = true;
        return session;
      });
    server.install();
    renderPage(<LinkPage />, `/lenke#${token}`);
    await userEvent.click(await screen.findByRole('button', { name: 'Fortsett som Jon' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Fortsett som Jon' })).toBeNull());
    expect(server.sentTo(readLink)).toHaveLength(1);
  });
});
