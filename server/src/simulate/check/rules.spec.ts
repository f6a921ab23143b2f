import { describe, expect, it } from '@jest/globals';
import type { CallReportInput } from '@savner/contract/rules/call-report';
import type { HandedOut } from '../journal.js';
import { at, dag, findings, handOut, report, skip, undo } from '../../../test/simulate/a-night.js';

const notNow = { attempt: 'talked', outcome: { result: 'not_now' } } as const;
const interested = { attempt: 'talked', outcome: { result: 'interested' } } as const;
const noThanks = { attempt: 'talked', outcome: { result: 'no_thanks' } } as const;
const wrongPerson = { attempt: 'talked', outcome: { result: 'wrong_person' } } as const;

/** Anna has called Solli and reported at 17:15; then somebody gets it again. Only what the rules say of that is given. */
function again(
  first: CallReportInput,
  time: string,
  more: Partial<HandedOut> & { readonly by?: string } = {},
) {
  const { by = 'Bo', ...second } = more;
  const sightings = [
    handOut('Anna', 'Solli', '17:10'),
    report('Anna', 'Solli', '17:15', first),
    handOut(by, 'Solli', time, { leaseId: 'second', ...second }),
  ];
  return broken(sightings);
}

function broken(sightings: Parameters<typeof findings>[0]['sightings']): string[] {
  const found = findings({ sightings }).filter((line) => line.startsWith('called against the rules'));
  return found.map((line) => line.replace(/^.*?: .*?: /, ''));
}

describe('who was called', () => {
  it('finds a call before the time that the report set', () => {
    expect(again({ attempt: 'busy' }, '17:40')).toEqual(['it had to rest until 17:45:00']);
    expect(again({ attempt: 'busy' }, '17:46')).toEqual([]);
    expect(again({ attempt: 'technical' }, '17:40')).toEqual(['it had to rest until 17:45:00']);
    expect(again({ attempt: 'no_answer' }, '20:59')).toEqual([
      expect.stringMatching(/^it had to rest until/),
    ]);
    const callbackAt = new Date(at('19:00')).toISOString();
    expect(again({ attempt: 'callback', callbackAt }, '18:59', { by: 'Anna' })).toEqual([
      'it had to rest until 19:00:00',
    ]);
  });

  it('finds a call before the time that the answer told', () => {
    const told = { kind: 'stored', reportId: 'r', isLate: false, leadsTo: 'retry', at: at('18:30') } as const;
    const first = report('Anna', 'Solli', '17:15', { attempt: 'busy' }, { answers: [told] });
    const before = [handOut('Anna', 'Solli', '17:10'), first];
    expect(broken([...before, handOut('Bo', 'Solli', '18:29')])).toEqual(['the answer said 18:30:00']);
    expect(broken([...before, handOut('Bo', 'Solli', '18:31')])).toEqual([]);
  });

  it('finds a call after the household was closed, stopped or sent back', () => {
    expect(again(notNow, '18:00')).toEqual(['it was closed (done)']);
    expect(again(interested, '18:00')).toEqual(['it was closed (with_host)']);
    expect(again(noThanks, '18:00')).toEqual(['it had said that all contact must stop']);
    expect(again(wrongPerson, '18:00')).toEqual(['it was the wrong person']);
    expect(again({ attempt: 'wrong_number' }, '18:00')).toEqual(['all its numbers were dead']);
    const asks = { attempt: 'technical', askCoordinator: 'Hvem er dette?' } as const;
    expect(again(asks, '18:00')).toEqual(['it waited for the coordinator']);
  });

  it('lets those who ring back in, unless all contact must stop', () => {
    const rangBack = { way: 'rang_back', because: 'rang_back' } as const;
    expect(again(notNow, '18:00', rangBack)).toEqual([]);
    expect(again(noThanks, '18:00', rangBack)).toHaveLength(1);
    expect(broken([handOut('Bo', 'Solli', '18:00', rangBack)])).toEqual(['nobody had called it']);
  });

  it('finds a call above the limit of attempts', () => {
    const [lease, rangBack] = [
      'third',
      { way: 'rang_back', because: 'rang_back', leaseId: 'second' },
    ] as const;
    const sightings = [
      handOut('Anna', 'Solli', '17:10'),
      report('Anna', 'Solli', '17:15', { attempt: 'no_answer' }),
      handOut('Bo', 'Solli', '17:30', rangBack),
      report('Bo', 'Solli', '17:35', { attempt: 'message_left' }, { leaseId: 'second' }),
      handOut('Cato', 'Solli', '18:30', { leaseId: lease }),
    ];
    expect(broken(sightings)).toEqual(['the limit of attempts was reached (2)']);
  });

  it('finds a call outside the call hours', () => {
    expect(broken([handOut('Anna', 'Solli', '16:59')])).toEqual(['before 17:00:00']);
    expect(broken([handOut('Anna', 'Solli', '21:00')])).toEqual(['after 21:00:00']);
    expect(broken([handOut('Anna', 'Solli', '16:59:59')])).toEqual([]);
    const agreed = { because: 'callback_due' } as const;
    expect(broken([handOut('Anna', 'Solli', '16:59', agreed)])).toEqual([]);
    expect(broken([handOut('Anna', 'Solli', '21:01', agreed)])).toEqual(['after 21:00:00']);
  });

  it('finds a household that came back to who had skipped it, or passed it on', () => {
    const skipped = [handOut('Anna', 'Solli', '17:10'), skip('Anna', 'Solli', '17:11')];
    const back = handOut('Anna', 'Solli', '17:30', { leaseId: 'second' });
    expect(broken([...skipped, back])).toEqual(['this caller had skipped it or passed it on']);
    expect(broken([...skipped, handOut('Bo', 'Solli', '17:30')])).toEqual([]);
    expect(broken([...skipped, { ...back, way: 'chosen', because: 'chosen' }])).toEqual([]);
    expect(again({ attempt: 'needs_other_caller' }, '17:30', { by: 'Anna' })).toEqual([
      'this caller had skipped it or passed it on',
    ]);
  });

  it('finds a household that was somebody else’s, by agreement or by name', () => {
    const callbackAt = new Date(at('19:00')).toISOString();
    const dueNow = { because: 'callback_due' } as const;
    expect(again({ attempt: 'callback', callbackAt }, '19:10', dueNow)).toEqual([
      'it was agreed with another caller, whose it was until 19:30:00',
    ]);
    expect(again({ attempt: 'callback', callbackAt }, '19:31', dueNow)).toEqual([]);
    expect(again({ attempt: 'callback', callbackAt }, '19:10', { by: 'Anna', ...dueNow })).toEqual([]);
    const passedOn = { attempt: 'needs_other_caller', toUserId: dag } as const;
    expect(again(passedOn, '17:30')).toEqual(['it was passed on to another caller']);
    expect(again(passedOn, '17:30', { by: dag })).toEqual([]);
  });

  it('finds a household that came to who had tipped about it', () => {
    expect(broken([handOut('Cato', 'Nyhus', '17:30')])).toEqual([
      'it is the caller’s own tip, or the caller',
    ]);
    expect(broken([handOut('Cato', 'Nyhus', '17:30', { way: 'chosen', because: 'chosen' })])).toEqual([]);
  });

  it('judges by what stood: a report that was taken back holds nobody', () => {
    const first = report('Anna', 'Solli', '17:15', notNow);
    const sightings = [
      handOut('Anna', 'Solli', '17:10'),
      first,
      undo(first, '17:16'),
      handOut('Bo', 'Solli', '17:30'),
    ];
    expect(broken(sightings)).toEqual([]);
    expect(broken([...sightings.slice(0, 2), ...sightings.slice(3)])).toEqual(['it was closed (done)']);
  });

  it('holds nothing against a hand-out that may have come before the report', () => {
    const late = report('Anna', 'Solli', '18:00:00', noThanks);
    const meanwhile = handOut('Bo', 'Solli', '17:59:59', { answered: at('18:00:02') });
    expect(broken([handOut('Anna', 'Solli', '17:10'), late, meanwhile])).toEqual([]);
    expect(
      broken([handOut('Anna', 'Solli', '17:10'), late, handOut('Bo', 'Solli', '18:00:03')]),
    ).toHaveLength(1);
  });
});
