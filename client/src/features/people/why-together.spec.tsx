import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { decideMatch, listJoins, readTies, undoDecision, type Tie } from '@savner/contract/people';
import { FakeServer } from '../../../test/fake-server.js';
import { renderPage } from '../../../test/render-page.js';
import { aHousehold } from '../../../test/sample-household.js';
import { aCampaign, anId, sampleMoment } from '../../../test/samples.js';
import { DecisionHistory } from './decision-history.js';
import { SharedPhones } from './shared-phones.js';
import { WhyTogether } from './why-together.js';

const paths = {
  household: (id: string) => `/husstander/${id}`,
  tip: (id: string) => `/tips/${id}`,
  duplicates: '/dubletter',
  decisions: '/dubletter/avgjort',
};

const aTie = (changes: Partial<Tie> = {}): Tie => ({
  a: { tipId: anId(5), displayName: 'Cathrine Nordmo', receivedAt: sampleMoment },
  b: { tipId: anId(6), displayName: 'Katrine Normo', receivedAt: sampleMoment },
  probability: 0.97,
  explanation: [{ text: 'Samme telefon', bits: 23.1 }],
  answer: null,
  ...changes,
});
const answered = aTie({
  b: { tipId: anId(7), displayName: 'Trine Nordmo', receivedAt: sampleMoment },
  answer: {
    decisionId: anId(50),
    decidedBy: 'Kaia Prøvestad',
    decidedAt: sampleMoment,
    why: 'Spurte søsteren',
  },
});
const person = { personId: anId(2), displayName: 'Cathrine Nordmo', tipCount: 3, ties: [aTie(), answered] };

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer()
    .on(readTies, () => ({
      persons: [person],
      household: [aTie({ probability: null })],
      sharedPhones: [{ phone: '+4790000001', households: [{ id: anId(9), displayName: 'Siri Prøvehaug' }] }],
    }))
    .on(listJoins, () => ({
      joins: [{ ...person, householdId: anId(1), joinedAt: sampleMoment, probability: 0.97 }],
      total: 1,
      page: 1,
      pageSize: 25,
    }))
    .on(decideMatch, () => ({ decisionId: anId(51), householdIds: [anId(1), anId(9)] }))
    .on(undoDecision, () => ({ householdIds: [] }));
  server.install();
});

const confirm = async (name: RegExp, yes: string) => {
  await userEvent.click(await screen.findByRole('button', { name }));
  await userEvent.click(
    within(screen.getByRole('group', { name: /Det kan angres|aldri var gitt/ })).getByRole('button', {
      name: yes,
    }),
  );
};

describe('why the tips of a household belong together', () => {
  const open = () => renderPage(<WhyTogether campaign={aCampaign()} household={aHousehold} paths={paths} />);

  it('is told pair by pair, with who joined them', async () => {
    open();
    expect(await screen.findByText('Cathrine Nordmo: 3 tips om samme person')).toBeTruthy();
    expect(screen.getByText('97 % sannsynlig')).toBeTruthy();
    expect(screen.getByText(/^Kaia Prøvestad svarte ja/)).toBeTruthy();
    expect(screen.getByText('Begrunnelse: Spurte søsteren')).toBeTruthy();
    expect(screen.getByText('Satt i samme husstand av programmet')).toBeTruthy();
  });

  it('lets each pair be parted by a button with a name of its own, and put back', async () => {
    open();
    await confirm(/^Ikke samme person Cathrine Nordmo .*og Katrine Normo/, 'Ikke samme person');
    expect(await screen.findByText('Skilt.')).toBeTruthy();
    expect(server.sentTo(decideMatch)[0]?.body).toMatchObject({
      kind: 'person',
      answers: [{ tipA: anId(5), tipB: anId(6), verdict: 'not_same' }],
    });
    expect(screen.getByRole('link', { name: 'Se den andre husstanden' }).getAttribute('href')).toBe(
      `/husstander/${anId(9)}`,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Angre' }));
    expect(await screen.findByText('Svaret er angret.')).toBeTruthy();
    expect(server.sentTo(undoDecision)[0]?.params['decisionId']).toBe(anId(51));
  });

  it('lets an answer be taken back in place', async () => {
    open();
    await confirm(/^Angre Cathrine Nordmo .*og Trine Nordmo/, 'Angre');
    expect(await screen.findByText('Svaret er angret.')).toBeTruthy();
    expect(server.sentTo(undoDecision)[0]?.params['decisionId']).toBe(anId(50));
  });
});

it('a number that another household has been given too is told of, with the way there', async () => {
  renderPage(<SharedPhones campaignId={anId(3)} householdId={anId(1)} householdPath={paths.household} />);
  expect(await screen.findByText(/Nummeret 900 00 001 er også oppgitt for/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Siri Prøvehaug' }).getAttribute('href')).toBe(
    `/husstander/${anId(9)}`,
  );
});

describe('what the program has joined', () => {
  it('is listed beside what people have decided, least sure first when asked for', async () => {
    renderPage(<DecisionHistory campaign={aCampaign()} paths={paths} />);
    await userEvent.selectOptions(screen.getByLabelText('Vis'), 'Slått sammen av programmet');
    expect(await screen.findByRole('rowheader', { name: 'Cathrine Nordmo' })).toBeTruthy();
    await userEvent.selectOptions(screen.getByLabelText('Rekkefølge'), 'Minst sikre først');
    await screen.findByRole('rowheader', { name: 'Cathrine Nordmo' });
    expect(server.sentTo(listJoins).map(({ query }) => query.get('order'))).toEqual(['newest', 'least_sure']);
    await confirm(/^Ikke samme person Cathrine Nordmo .*og Katrine Normo/, 'Ikke samme person');
    expect(await screen.findByText('Skilt.')).toBeTruthy();
  });
});
