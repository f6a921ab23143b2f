import type { INestApplicationContext } from '@nestjs/common';
import { callReport, type CallReportInput } from '@savner/contract/rules/call-report';
import { HandOutService, ReportingService } from '../features/calls/index.js';
import { FollowUpsService } from '../features/hosting/index.js';
import type { Actor } from '../platform/actor.js';
import { newId } from '../platform/ids.js';

/** What the calls of the evening came to, in this order and then over again. */
const outcomes: readonly CallReportInput[] = [
  {
    attempt: 'talked',
    outcome: { result: 'interested', interests: ['job', 'housing'], horizon: 'one_to_two_years' },
  },
  { attempt: 'no_answer' },
  {
    attempt: 'talked',
    outcome: { result: 'later', months: 12 },
    note: 'Vil vente til ungene er ferdige på skolen.',
  },
  { attempt: 'talked', outcome: { result: 'not_now' } },
  {
    attempt: 'callback',
    callbackAt: '2026-02-11T18:30:00.000Z',
    note: 'Sto i butikken. Ring i morgen kveld.',
  },
  { attempt: 'wrong_number' },
  { attempt: 'talked', outcome: { result: 'moving', interests: ['kindergarten_school'] } },
  { attempt: 'no_answer' },
  { attempt: 'talked', outcome: { result: 'home' } },
  { attempt: 'busy' },
  { attempt: 'talked', outcome: { result: 'no_thanks' } },
  {
    attempt: 'no_answer',
    askCoordinator: 'Jeg tror hun har flyttet til Bergen. Kan du sjekke adressen før vi ringer mer?',
  },
  {
    attempt: 'talked',
    outcome: { result: 'interested', interests: ['partners_job', 'housing'], horizon: 'some_day' },
  },
];

const callsEach = 4;
const hostGreeting = 'Avtalt at jeg sender stillinger i kommunen og ringer igjen i neste uke.';

/** Lets the callers and mayors make some calls each; the rest of the evening is the newcomer's. Answers how many. */
export async function ringForAWhile(
  app: INestApplicationContext,
  campaignId: string,
  people: ReadonlyMap<string, Actor>,
): Promise<number> {
  const callers = [...people.values()].filter(
    ({ roles }) => roles.includes('caller') || roles.includes('mayor'),
  );
  let calls = 0;
  for (let round = 0; round < callsEach; round += 1) {
    for (const caller of callers) {
      const answer = await app.get(HandOutService).next(caller, campaignId);
      if (answer.kind === 'empty') continue;
      const outcome = outcomes[calls % outcomes.length];
      await app.get(ReportingService).report(caller, campaignId, {
        key: newId(),
        leaseId: answer.household.leaseId,
        number: null,
        report: callReport.parse({
          ...outcome,
          noticeRead: isTalk(outcome) && answer.household.mustReadNotice,
        }),
      });
      calls += 1;
    }
  }
  return calls;
}

function isTalk(outcome: CallReportInput | undefined): boolean {
  return outcome?.attempt === 'talked';
}

/** Lets the host get in touch with the first who is interested. Answers how many that was. */
export async function followUpFirst(
  app: INestApplicationContext,
  campaignId: string,
  host: Actor,
): Promise<number> {
  const followUps = app.get(FollowUpsService);
  const first = (await followUps.list(host, campaignId, { show: 'open' })).at(0);
  if (!first) return 0;
  await followUps.change(
    host,
    { campaignId, followUpId: first.id },
    { version: first.version, status: 'contacted', note: hostGreeting },
  );
  return 1;
}
