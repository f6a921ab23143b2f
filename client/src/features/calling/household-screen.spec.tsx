import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { heartbeat, sendReport, type HeldHousehold } from '@savner/contract/calls';
import { FakeServer, Refusal } from '../../../test/fake-server.js';
import { renderPage } from '../../../test/render-page.js';
import { aCampaign, sampleMoment } from '../../../test/samples.js';
import { CallContext } from './call-context.js';
import { HouseholdScreen } from './household-screen.js';
import { useOutbox } from './use-outbox.js';

const id = (last: number) => `01980000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const household: HeldHousehold = {
  leaseId: id(1),
  householdId: id(2),
  expiresAt: sampleMoment,
  isPinned: false,
  because: 'never_tried',
  title: 'Kari Prøvestad',
  persons: [{ name: 'Kari Prøvestad', nickname: null }],
  place: 'Hamar',
  numbers: [],
  missers: [],
  cardPostedOn: '2026-01-20',
  mustReadNotice: false,
  callbackAt: null,
  earlier: [],
  outlook: [],
};

describe('reporting a call', () => {
  let server: FakeServer;
  let left: string[];
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    left = [];
    server = new FakeServer().on(heartbeat, () => ({
      expiresAt: sampleMoment,
      isPinned: false,
      lateReport: null,
    }));
    server.install();
    const person = { userId: id(3), callerName: 'Rolf Prøvmo', municipalityName: 'Tynset' };
    renderPage(
      <CallContext.Provider value={{ campaignId: aCampaign().id, ...person }}>
        <Room />
      </CallContext.Provider>,
    );
  });

  function Room() {
    const outbox = useOutbox(id(3));
    return (
      <HouseholdScreen household={household} onReport={outbox.send} onLeft={(then) => left.push(then)} />
    );
  }

  it('moves the focus to the next question, and from the last to what the answers lead to', async () => {
    await userEvent.click(await screen.findByRole('button', { name: /^1?\s*Nei/ }));
    expect(document.activeElement?.tagName).toBe('LEGEND');
    await userEvent.click(screen.getByRole('button', { name: /Ingen svarte/ }));
    expect(document.activeElement?.getAttribute('role')).toBe('status');
  });

  it('stays with its answers when the server refuses the report, and says what is wrong', async () => {
    const message = 'Klokka elleve på en søndag er utenfor ringetiden. Velg en annen tid.';
    server.on(
      sendReport,
      () => new Refusal('validation_failed', [{ path: 'report.callbackAt', code: 'time', message }]),
    );
    await userEvent.click(await screen.findByRole('button', { name: /^1?\s*Nei/ }));
    await userEvent.click(screen.getByRole('button', { name: /Ingen svarte/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Send og ring neste' }));
    expect(await screen.findByText(message)).toBeTruthy();
    expect(left).toEqual([]);
    server.on(sendReport, () => ({
      reportId: id(4),
      isLate: false,
      leadsTo: 'retry' as const,
      at: null,
      canUndo: true,
    }));
    await userEvent.click(screen.getByRole('button', { name: 'Send og ring neste' }));
    await screen.findByRole('button', { name: 'Sender …' });
    expect(left).toEqual(['next']);
    expect(server.sentTo(sendReport)).toHaveLength(2);
  });

  it('answers by number keys until somebody turns them off', async () => {
    await screen.findByRole('button', { name: /^1?\s*Nei/ });
    await userEvent.click(screen.getByRole('switch', { name: 'Bruk talltastene' }));
    await userEvent.keyboard('1');
    expect(screen.queryByRole('button', { name: /Endre/ })).toBeNull();
    await userEvent.click(screen.getByRole('switch', { name: 'Bruk talltastene' }));
    await userEvent.click(screen.getByText('Fikk du kontakt?'));
    await userEvent.keyboard('1');
    expect(await screen.findByRole('button', { name: /Endre/ })).toBeTruthy();
  });
});
