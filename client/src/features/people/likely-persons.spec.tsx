import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { findLikely, type LikelyPerson } from '@savner/contract/people';
import { FakeServer, Refusal } from '../../../test/fake-server.js';
import { renderPage } from '../../../test/render-page.js';
import { aCampaign, anId } from '../../../test/samples.js';
import { type ChosenPerson, LikelyPersons } from './likely-persons.js';
import { typingPause } from './use-likely.js';

function aLikely(number: number, changes: Partial<LikelyPerson> = {}): LikelyPerson {
  return {
    tipId: anId(number),
    householdId: anId(number + 100),
    kind: 'person',
    displayName: `Kari Brendryen ${number}`,
    birthYear: 1984,
    place: 'Oslo',
    municipality: '3427',
    tipCount: 2,
    blockReason: null,
    why: ['samme etternavn Brendryen', 'samme sted'],
    ...changes,
  };
}

/** A form of one field, as the entry of a tip stands around it. */
function Desk() {
  const [lastName, setLastName] = useState('');
  const [chosen, setChosen] = useState<ChosenPerson | null>(null);
  return (
    <>
      <LikelyPersons
        campaign={aCampaign()}
        typed={{ municipality: '3427', lastName }}
        paths={{ household: (id) => `/husstander/${id}` }}
        chosen={chosen}
        onChoose={setChosen}
      />
      <label>
        Etternavn
        <input value={lastName} onChange={(event) => setLastName(event.target.value)} />
      </label>
      <p>Valgt: {chosen?.displayName ?? 'ingen'}</p>
    </>
  );
}

describe('whom a half-written tip may be about', () => {
  let server: FakeServer;
  let signals: AbortSignal[];
  beforeEach(() => {
    server = new FakeServer().on(findLikely, () => ({ persons: [aLikely(1), aLikely(2)] }));
    server.install();
    signals = [];
    const answer = globalThis.fetch;
    globalThis.fetch = (address, init) => {
      if (init?.signal) signals.push(init.signal);
      return answer(address, init);
    };
    renderPage(<Desk />);
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  const type = (text: string) => userEvent.type(screen.getByLabelText('Etternavn'), text);
  const status = () => screen.getByRole('status').textContent;

  it('is asked once when the typing rests, by a message and not an address, and told in one polite line', async () => {
    expect(status()).toBe('');
    await type('Brendryen');
    await waitFor(() => expect(status()).toBe('2 mulige treff'));
    expect(server.sentTo(findLikely)).toHaveLength(1);
    expect(server.sentTo(findLikely)[0]?.body).toMatchObject({ municipality: '3427', lastName: 'Brendryen' });
    expect(server.sentTo(findLikely)[0]?.query.toString()).toBe('');
    expect(document.activeElement).toBe(screen.getByLabelText('Etternavn'));
  });

  it('names each with what one knows them by, and opens the household in a new tab', async () => {
    await type('Brendryen');
    const link = await screen.findByRole('link', { name: 'Kari Brendryen 1 (åpnes i ny fane)' });
    expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual([
      `/husstander/${anId(101)}`,
      '_blank',
    ]);
    const item = link.closest('li');
    expect(item?.textContent).toContain('f. 1984 · Oslo · savnes av Tynset · 2 tips');
    expect(item?.textContent).toContain('Hvorfor: samme etternavn Brendryen, samme sted');
  });

  it('calls an older question off when more is typed', async () => {
    await type('Bren');
    await waitFor(() => expect(server.sentTo(findLikely)).toHaveLength(1));
    fireEvent.change(screen.getByLabelText('Etternavn'), { target: { value: 'Brendryen' } });
    await waitFor(() => expect(server.sentTo(findLikely)).toHaveLength(2));
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });

  it('is not asked for a form with nothing in it, and says nothing', async () => {
    await type('Brendryen');
    await screen.findByRole('heading', { name: '2 mulige treff' });
    jest.useFakeTimers();
    fireEvent.change(screen.getByLabelText('Etternavn'), { target: { value: '' } });
    expect(status()).toBe('');
    expect(screen.queryByRole('heading')).toBeNull();
    await act(() => jest.advanceTimersByTimeAsync(2 * typingPause));
    expect(server.sentTo(findLikely)).toHaveLength(1);
  });

  it('is left unsaid when it cannot be found out', async () => {
    server.on(findLikely, () => new Refusal('too_many_requests'));
    await type('Brendryen');
    await waitFor(() => expect(server.sentTo(findLikely)).toHaveLength(1));
    expect(status()).toBe('');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('may be chosen and unchosen by keyboard; nothing is sent by it', async () => {
    await type('Brendryen');
    const list = await screen.findByRole('list');
    const button = within(list).getByRole('button', { name: 'Det er samme som Kari Brendryen 2' });
    button.focus();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByText('Valgt: Kari Brendryen 2')).toBeTruthy();
    expect(button.getAttribute('aria-pressed')).toBe('true');
    await userEvent.keyboard(' ');
    expect(screen.getByText('Valgt: ingen')).toBeTruthy();
    expect(server.seen).toHaveLength(1);
  });

  it('says so when a person is stopped', async () => {
    server.on(findLikely, () => ({ persons: [aLikely(3, { blockReason: 'protected', birthYear: null })] }));
    await type('Brendryen');
    expect(await screen.findByText('Vernet')).toBeTruthy();
    expect(status()).toBe('1 mulig treff');
  });
});
