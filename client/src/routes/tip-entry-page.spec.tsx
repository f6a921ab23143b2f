import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Role } from '@savner/contract/accounts';
import { findLikely, joinTip } from '@savner/contract/people';
import { enterTip, type Tip } from '@savner/contract/tips';
import { FakeServer, Refusal } from '../../test/fake-server.js';
import { renderPage } from '../../test/render-page.js';
import { aCampaign, anId, sampleMoment } from '../../test/samples.js';
import { SignedInContext } from './signed-in.js';
import { TipEntryPage } from './tip-entry-page.js';

const tip: Tip = {
  id: anId(7),
  municipality: '3427',
  municipalityName: 'Tynset',
  receivedAt: sampleMoment,
  source: 'staff',
  enteredBy: 'Kontoret',
  firstNames: 'Kari',
  lastName: 'Brendryen',
  formerName: null,
  nickname: null,
  birthYear: null,
  phone: null,
  phoneE164: null,
  email: null,
  street: null,
  postcode: null,
  place: 'Oslo',
  country: null,
  relation: null,
  greeting: null,
  othersInHousehold: null,
  tipperName: null,
  tipperPhone: null,
  tipperEmail: null,
  maySayName: false,
  mayContact: false,
};

const person = {
  tipId: anId(1),
  householdId: anId(101),
  kind: 'person' as const,
  displayName: 'Kari Brendryen',
  birthYear: null,
  place: 'Oslo',
  municipality: '3427',
  tipCount: 1,
  blockReason: null,
  why: [],
};

describe('entering a tip', () => {
  let server: FakeServer;
  beforeEach(() => {
    server = new FakeServer()
      .on(findLikely, () => ({ persons: [person] }))
      .on(enterTip, () => tip)
      .on(joinTip, () => ({ done: true as const }));
    server.install();
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  const open = (role: Role) => {
    const user = {
      id: anId(50),
      name: 'Kontoret',
      email: null,
      roles: [role],
      municipality: role === 'mayor' ? '3427' : null,
    };
    renderPage(
      <SignedInContext value={{ user, campaign: aCampaign() }}>
        <TipEntryPage />
      </SignedInContext>,
    );
  };
  const typeName = () => userEvent.type(screen.getByLabelText('Etternavn'), 'Brendryen');
  const same = () => screen.findByRole('button', { name: 'Det er samme som Kari Brendryen' });
  const store = () => userEvent.click(screen.getByRole('button', { name: 'Lagre tipset' }));

  it('joins nothing unless the coordinator says so', async () => {
    open('coordinator');
    await typeName();
    await same();
    await store();
    expect(await screen.findByRole('heading', { name: 'Tipset er lagret' })).toBeTruthy();
    expect(server.sentTo(joinTip)).toHaveLength(0);
  });

  it('joins the stored tip with the chosen one, after it has been stored', async () => {
    open('coordinator');
    await typeName();
    await userEvent.click(await same());
    expect(screen.getByText(/blir det slått sammen med tipsene om Kari Brendryen/)).toBeTruthy();
    expect(server.sentTo(joinTip)).toHaveLength(0);
    await store();
    expect(await screen.findByText(/Det er slått sammen med tipsene om Kari Brendryen/)).toBeTruthy();
    expect(server.sentTo(joinTip)[0]?.body).toMatchObject({ tipId: tip.id, sameAs: person.tipId });
  });

  it('forgets the choice when it is taken back', async () => {
    open('coordinator');
    await typeName();
    await userEvent.click(await same());
    await userEvent.click(screen.getByRole('button', { name: 'Nei, ta det tilbake' }));
    await store();
    await screen.findByRole('heading', { name: 'Tipset er lagret' });
    expect(server.sentTo(joinTip)).toHaveLength(0);
  });

  it('keeps the stored tip and says why when it could not be joined, and tries again', async () => {
    server.on(joinTip, () => new Refusal('conflict'));
    open('coordinator');
    await typeName();
    await userEvent.click(await same());
    await store();
    expect(await screen.findByText(/Tipset er lagret, men det er ikke slått sammen/)).toBeTruthy();
    server.on(joinTip, () => ({ done: true as const }));
    await userEvent.click(screen.getByRole('button', { name: 'Prøv igjen' }));
    expect(await screen.findByText(/Det er slått sammen med/)).toBeTruthy();
  });

  it('asks nothing for a mayor, who does not see everybody', async () => {
    open('mayor');
    jest.useFakeTimers();
    fireEvent.change(screen.getByLabelText('Etternavn'), { target: { value: 'Brendryen' } });
    await act(() => jest.advanceTimersByTimeAsync(5_000));
    expect(server.sentTo(findLikely)).toHaveLength(0);
    expect(screen.queryByRole('status')).toBeNull();
  });
});
