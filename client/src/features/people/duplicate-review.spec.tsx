import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { decideMatch, listMatches, undoDecision, type ReviewPair } from '@savner/contract/people';
import { FakeServer, Refusal } from '../../../test/fake-server.js';
import { renderPage } from '../../../test/render-page.js';
import { aCampaign, anId, aPair } from '../../../test/samples.js';
import { DuplicateReview } from './duplicate-review.js';

describe('answering duplicates by keys', () => {
  let server: FakeServer;
  let waiting: ReviewPair[];
  let same: number;
  let notSame: number;

  beforeEach(() => {
    localStorage.clear();
    waiting = [aPair(1), aPair(2), aPair(3, { kind: 'household' })];
    same = 0;
    notSame = 0;
    const answered: ReviewPair[] = [];
    server = new FakeServer()
      .on(listMatches, () => ({
        pairs: waiting,
        total: waiting.length,
        page: 1,
        pageSize: 20,
        counts: {
          waitingPersons: waiting.length,
          waitingHouseholds: 0,
          merged: 0,
          decidedSame: same,
          decidedNotSame: notSame,
        },
      }))
      .on(decideMatch, ({ body }) => {
        const { tipA, verdict } = decideMatch.body?.parse(body) ?? {};
        answered.push(...waiting.filter((pair) => pair.tipA === tipA));
        waiting = waiting.filter((pair) => pair.tipA !== tipA);
        if (verdict === 'same') same += 1;
        else notSame += 1;
        return { decisionId: anId(50), householdIds: [] };
      })
      .on(undoDecision, () => {
        waiting = [...answered.splice(-1), ...waiting];
        same = Math.max(0, same - 1);
        return { householdIds: [] };
      });
    server.install();
    renderPage(<DuplicateReview campaign={aCampaign()} />);
  });

  const seePair = (number: number) =>
    screen.findByRole('columnheader', { name: new RegExp(`Kristin Nordvik ${number}`) });

  it('S says the same person, and the next pair comes up with the focus on its question', async () => {
    await seePair(1);
    await userEvent.keyboard('s');
    await seePair(2);
    expect(server.sentTo(decideMatch)[0]?.body).toMatchObject({ kind: 'person', verdict: 'same' });
    expect(document.activeElement?.textContent).toBe('Er dette samme person?');
    expect(await screen.findByText('1 av 3')).toBeTruthy();
  });

  it('I says not the same', async () => {
    await seePair(1);
    await userEvent.keyboard('i');
    await seePair(2);
    expect(server.sentTo(decideMatch)[0]?.body).toMatchObject({ verdict: 'not_same' });
  });

  it('U puts a pair off without an answer, and it can be taken up again', async () => {
    await seePair(1);
    await userEvent.keyboard('uuu');
    expect(await screen.findByText('Resten har du utsatt')).toBeTruthy();
    expect(server.sentTo(decideMatch)).toHaveLength(0);
    await userEvent.click(screen.getByRole('button', { name: 'Se på de utsatte' }));
    await seePair(1);
  });

  it('Z takes the last answer back and shows the pair again', async () => {
    await seePair(1);
    await userEvent.keyboard('s');
    await seePair(2);
    await userEvent.keyboard('z');
    await seePair(1);
    expect(server.sentTo(undoDecision)[0]?.params['decisionId']).toBe(anId(50));
    expect(await screen.findByText('0 av 3')).toBeTruthy();
  });

  it('a refused answer brings its pair back and says why', async () => {
    server.on(decideMatch, () => new Refusal('conflict'));
    await seePair(1);
    await userEvent.keyboard('s');
    expect((await screen.findByRole('alert')).textContent).toContain('Noen andre rakk å endre dette først');
    await seePair(1);
  });

  it('the keys can be turned off, and stay off', async () => {
    await seePair(1);
    await userEvent.click(screen.getByRole('switch', { name: 'Bruk hurtigtaster' }));
    await userEvent.keyboard('s');
    expect(server.sentTo(decideMatch)).toHaveLength(0);
    expect(localStorage.getItem('shortcuts')).toBe('off');
  });

  it('asks about a household in other words', async () => {
    await seePair(1);
    await userEvent.keyboard('ss');
    expect(await screen.findByRole('heading', { name: 'Bor disse sammen?' })).toBeTruthy();
    await userEvent.keyboard('s');
    await waitFor(() => expect(screen.getByText('Ingen dubletter venter på svar')).toBeTruthy());
  });
});
