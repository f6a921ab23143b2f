import { beforeEach, describe, expect, it } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  decideMatch,
  listMatches,
  previewMatch,
  readRematch,
  undoDecision,
  type ReviewCase,
} from '@savner/contract/people';
import { FakeServer, Refusal } from '../../../test/fake-server.js';
import { renderPage } from '../../../test/render-page.js';
import { aCampaign, aCase, aMerged, anId, sampleMoment } from '../../../test/samples.js';
import { keyOf } from './case-answers.js';
import { DuplicateReview } from './duplicate-review.js';

let server: FakeServer;
let waiting: ReviewCase[];
let answered: ReviewCase[];

/** A server that keeps what it is told: an answered case leaves the list, an undone one comes back. */
function serve(cases: ReviewCase[]): void {
  localStorage.clear();
  waiting = cases;
  answered = [];
  server = new FakeServer()
    .on(readRematch, () => ({ run: null }))
    .on(previewMatch, () => aMerged(9))
    .on(listMatches, ({ query }) => ({
      cases: waiting.slice((Number(query.get('page')) - 1) * 25, Number(query.get('page')) * 25),
      total: waiting.length,
      page: Number(query.get('page')),
      pageSize: 25,
      modelVersion: '2026-11-2',
      counts: {
        waitingPersons: waiting.length,
        waitingHouseholds: 0,
        merged: 0,
        decidedSame: 0,
        decidedNotSame: 0,
        answered: answered.length,
      },
    }))
    .on(decideMatch, ({ body }) => {
      const tips = decideMatch.body?.parse(body).answers.map(({ tipA }) => tipA) ?? [];
      const isAsked = ({ sides }: ReviewCase) => sides.some(({ tipId }) => tips.includes(tipId));
      answered.push(...waiting.filter(isAsked));
      waiting = waiting.filter((asked) => !isAsked(asked));
      return { decisionId: anId(50), householdIds: [] };
    })
    .on(undoDecision, () => {
      waiting = [...answered.splice(-1), ...waiting];
      return { householdIds: [] };
    });
  server.install();
}

function open() {
  return renderPage(<DuplicateReview campaign={aCampaign()} userId={anId(2)} now={sampleMoment} />);
}

const wait = (ms: number) =>
  new Promise<void>((over) => {
    setTimeout(over, ms);
  });

/** Somebody who reads before pressing the next key. */
async function press(...keys: string[]): Promise<void> {
  for (const key of keys) {
    await userEvent.keyboard(key);
    await act(() => wait(320));
  }
}

const sentAnswers = () =>
  server
    .sentTo(decideMatch)
    .map(({ body }) => decideMatch.body?.parse(body).answers.map(({ verdict }) => verdict));
const seeCase = (number: number) =>
  screen.findByRole('columnheader', { name: new RegExp(`Kristin Nordvik ${number}`) });

describe('answering duplicates by keys', () => {
  beforeEach(() => {
    serve([aCase(1), aCase(2), aCase(3, { kind: 'household' })]);
    open();
  });

  it('S says the same person, and the next case comes up with the focus on its question', async () => {
    await seeCase(1);
    await press('s');
    await seeCase(2);
    expect(server.sentTo(decideMatch)[0]?.body).toMatchObject({
      kind: 'person',
      answers: [{ verdict: 'same' }],
    });
    expect(document.activeElement?.textContent).toBe('Er dette samme person?');
    expect(await screen.findByText('2 igjen · 1 besvart')).toBeTruthy();
  });

  it('I says not the same', async () => {
    await seeCase(1);
    await press('i');
    await seeCase(2);
    expect(sentAnswers()).toEqual([['not_same']]);
  });

  it('a key pressed twice answers once', async () => {
    await seeCase(1);
    await userEvent.keyboard('ss');
    await seeCase(2);
    await wait(320);
    expect(sentAnswers()).toEqual([['same']]);
  });

  it('says in few words what the answer saves', async () => {
    await seeCase(1);
    expect(screen.getByText('To kort kan bli ett')).toBeTruthy();
  });

  it('sends the reason that was written, and the keys are letters while it is written', async () => {
    await seeCase(1);
    await press('b');
    await userEvent.keyboard('Søster sa is{Enter}');
    expect(server.sentTo(decideMatch)).toHaveLength(0);
    await press('s');
    await seeCase(2);
    expect(server.sentTo(decideMatch)[0]?.body).toMatchObject({ why: 'Søster sa is' });
    expect(screen.getByLabelText<HTMLInputElement>(/Hvorfor svarer du det/).value).toBe('');
  });

  it('U puts a case off without an answer, and it can be taken up again', async () => {
    await seeCase(1);
    await press('u', 'u', 'u');
    expect(await screen.findByText('Resten har du utsatt')).toBeTruthy();
    expect(server.sentTo(decideMatch)).toHaveLength(0);
    await userEvent.click(screen.getByRole('button', { name: 'Se på de utsatte' }));
    await seeCase(1);
  });

  it('Z takes the last answer back and shows the case again', async () => {
    await seeCase(1);
    await press('s', 'z');
    await seeCase(1);
    expect(server.sentTo(undoDecision)[0]?.params['decisionId']).toBe(anId(50));
    expect(await screen.findByText('3 igjen · 0 besvart')).toBeTruthy();
  });

  it('a refused answer brings its case back and says why', async () => {
    server.on(decideMatch, () => new Refusal('conflict'));
    await seeCase(1);
    await press('s');
    expect((await screen.findByRole('alert')).textContent).toContain('Noen andre rakk å endre dette først');
    await seeCase(1);
  });

  it('the keys can be turned off, and stay off', async () => {
    await seeCase(1);
    await userEvent.click(screen.getByRole('switch', { name: 'Bruk hurtigtaster' }));
    await press('s');
    expect(server.sentTo(decideMatch)).toHaveLength(0);
    expect(localStorage.getItem('shortcuts')).toBe('off');
  });

  it('asks about a household in other words', async () => {
    await seeCase(1);
    await press('s', 's');
    expect(await screen.findByRole('heading', { name: 'Bor disse sammen?' })).toBeTruthy();
    await press('s');
    await waitFor(() => expect(screen.getByText('Ingen dubletter venter på svar')).toBeTruthy());
  });
});

describe('cases that were put off', () => {
  const many = Array.from({ length: 60 }, (_, index) => aCase(index + 1));

  it('stay put off when the page is read anew, and can be reached before the others are done', async () => {
    serve([aCase(1), aCase(2), aCase(3)]);
    const page = open();
    await seeCase(1);
    await press('u');
    await seeCase(2);
    page.unmount();
    open();
    await seeCase(2);
    await userEvent.click(screen.getByRole('button', { name: 'Se på de utsatte (1)' }));
    await seeCase(1);
    expect(document.activeElement?.textContent).toBe('Er dette samme person?');
    await userEvent.click(screen.getByRole('button', { name: 'Tilbake til de andre' }));
    await seeCase(2);
  });

  it('are left when they are answered', async () => {
    serve([aCase(1), aCase(2)]);
    open();
    await seeCase(1);
    await press('u');
    await userEvent.click(screen.getByRole('button', { name: 'Se på de utsatte (1)' }));
    await seeCase(1);
    await act(() => wait(320));
    await press('s');
    await seeCase(2);
    expect(sentAnswers()).toEqual([['same']]);
    expect(screen.queryByRole('button', { name: /Se på de utsatte/ })).toBeNull();
  });

  it('may be more than a page of them: the others still come, and they are walked through both ways', async () => {
    serve(many);
    const putOff = many.slice(0, 55).map((asked) => keyOf(asked));
    localStorage.setItem(`put-off-cases ${anId(2)} ${anId(1)}`, JSON.stringify(putOff));
    open();
    await seeCase(56);
    await userEvent.click(screen.getByRole('button', { name: 'Se på de utsatte (55)' }));
    await seeCase(1);
    expect(screen.getByText('Utsatt sak 1 av 55')).toBeTruthy();
    for (let place = 2; place <= 30; place += 1)
      await userEvent.click(screen.getByRole('button', { name: 'Neste utsatte' }));
    await seeCase(30);
    await userEvent.click(screen.getByRole('button', { name: 'Forrige utsatte' }));
    await seeCase(29);
  });
});

describe('a line that goes down', () => {
  const cut = () => {
    const working = globalThis.fetch;
    globalThis.fetch = () => Promise.reject(new TypeError('no line'));
    return () => {
      globalThis.fetch = working;
      window.dispatchEvent(new Event('online'));
    };
  };

  beforeEach(() => serve([aCase(1), aCase(2), aCase(3)]));

  it('keeps the answers and goes on; they are stored in order, once, when it is back', async () => {
    open();
    await seeCase(1);
    const mend = cut();
    await press('s', 'i');
    await seeCase(3);
    expect(screen.getByText(/2 svar er ikke lagret ennå/)).toBeTruthy();
    expect(screen.getByText('1 igjen · 2 besvart')).toBeTruthy();
    mend();
    await waitFor(() => expect(sentAnswers()).toEqual([['same'], ['not_same']]));
    await waitFor(() => expect(screen.queryByText(/ikke lagret ennå/)).toBeNull());
  });

  it('keeps them when the page is closed, and does not ask about the same case again', async () => {
    const page = open();
    await seeCase(1);
    const mend = cut();
    await press('s');
    page.unmount();
    const key = (
      JSON.parse(localStorage.getItem(`unsent-answers ${anId(2)} ${anId(1)}`) ?? '[]') as {
        key: string;
      }[]
    )[0]?.key;
    mend();
    open();
    await seeCase(2);
    await waitFor(() => expect(server.sentTo(decideMatch)[0]?.body).toMatchObject({ key }));
    expect(localStorage.getItem(`unsent-answers ${anId(2)} ${anId(1)}`)).toBeNull();
  });

  it('does not pretend to have taken back what the server may have stored', async () => {
    open();
    await seeCase(1);
    const mend = cut();
    await press('s', 'z');
    expect(await screen.findByRole('alert')).toBeTruthy();
    await seeCase(2);
    mend();
    await waitFor(() => expect(sentAnswers()).toEqual([['same']]));
    await press('z');
    await seeCase(1);
    expect(server.sentTo(undoDecision)).toHaveLength(1);
  });
});

describe('a case of several', () => {
  const seeMany = () => screen.findByRole('heading', { name: 'Er noen av disse 3 samme person?' });

  it('S says all are the same, in one act', async () => {
    serve([aCase(1, { count: 3 })]);
    open();
    await seeMany();
    await press('s');
    expect(sentAnswers()).toEqual([['same', 'same', 'same']]);
  });

  it('I says none are', async () => {
    serve([aCase(1, { count: 3 })]);
    open();
    await seeMany();
    await press('i');
    expect(sentAnswers()).toEqual([['not_same', 'not_same', 'not_same']]);
  });

  it('numbers pick those who are the same, the button says which, and what they become is shown', async () => {
    serve([aCase(1, { count: 3 })]);
    open();
    await seeMany();
    await press('1', '3');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Velg 1' }).checked).toBe(true);
    expect(screen.getByRole('button', { name: /1 og 3 er samme person, de andre ikke/ })).toBeTruthy();
    expect(await screen.findByText('Kristin Nordvik 9', { selector: 'strong' })).toBeTruthy();
    await press('s');
    expect(sentAnswers()).toEqual([['not_same', 'same', 'not_same']]);
  });

  it('says which rule asks about two who agree in nearly everything', async () => {
    const [question] = aCase(1).questions;
    if (question === undefined) throw new Error('There is one question');
    const asks = 'fødselsårene er en generasjon fra hverandre';
    serve([aCase(1, { questions: [{ ...question, asks }] })]);
    open();
    await seeCase(1);
    expect(screen.getByText(`Vi spør fordi ${asks}, selv om det meste ellers stemmer.`)).toBeTruthy();
    expect(screen.queryByText(/sannsynlig/)).toBeNull();
  });

  it('one picked alone is no answer', async () => {
    serve([aCase(1, { count: 3 })]);
    open();
    await seeMany();
    await press('2', 's');
    expect(screen.getByRole('alert').textContent).toContain('Velg minst to');
    expect(sentAnswers()).toEqual([]);
  });

  it('those an earlier answer holds apart cannot become one', async () => {
    serve([aCase(1, { count: 3, parted: [{ a: 0, b: 2 }] })]);
    open();
    await seeMany();
    await press('s');
    expect(screen.getByRole('alert').textContent).toContain(
      'Du har svart før at 1 og 3 ikke er samme person',
    );
    await press('1', '2', 's');
    expect(sentAnswers()).toHaveLength(1);
  });
});
