import type { JobProgress, Language } from '@savner/contract/common';
import type { Batch, BatchState, Readiness } from '@savner/contract/postcards';
import type { ShownOfBatch } from './batches.service.js';
import type { StoredBatch } from './domain/batch.js';
import type { BatchPlan, LeftOutHousehold } from './domain/batch-plan.js';
import { remedyFor } from './domain/remedies.js';
import { type CardWarning, sayWarning } from './domain/warnings.js';

/** The most households named in the preview; the counts cover all of them. */
const namedAtMost = 500;

export function presentBatch(
  batch: StoredBatch,
  job: JobProgress | null,
  { files, erased, returned }: ShownOfBatch,
): Batch {
  const isBeingMade = batch.state === 'rendering' || (batch.state === 'posted' && isUnderWay(job));
  return {
    id: batch.id,
    number: batch.number,
    state: stateOf(batch, job),
    template: batch.template,
    templateVersion: batch.templateVersion,
    language: batch.language,
    municipalities: batch.municipalities,
    cards: batch.cardCount,
    leftOut: batch.leftOutCount,
    createdAt: batch.createdAt.toISOString(),
    createdBy: batch.createdBy,
    job: isBeingMade ? job : null,
    sheet: batch.sheet,
    marks: batch.marks,
    files: files.map(({ batchId: _shown, ...file }) => file),
    filesDeletedAt: batch.filesDeletedAt?.toISOString() ?? null,
    erased,
    returned,
    postedOn: batch.postedOn,
  };
}

export interface ReadinessFacts {
  readonly plan: BatchPlan;
  readonly municipalities: readonly { readonly number: string; readonly name: string }[];
  readonly warnings: readonly CardWarning[];
}

export function presentReadiness(
  { plan, municipalities, warnings }: ReadinessFacts,
  language: Language,
): Readiness {
  const mendable = plan.leftOut.filter((household) => !hasCard(household));
  const firstInformBy = plan.cards
    .map((card) => card.informBy.toISOString())
    .sort()
    .at(0);
  return {
    ready: plan.cards.length,
    municipalities: municipalities.map(({ number, name }) => ({
      number,
      name,
      ready: plan.cards.filter((card) => card.municipality === number).length,
      leftOut: mendable.filter((household) => household.municipality === number).length,
      posted: count(plan, number, 'already_posted'),
      inBatch: count(plan, number, 'already_in_batch'),
    })),
    reasons: countReasons(mendable),
    leftOut: mendable.slice(0, namedAtMost).map((household) => ({
      householdId: household.householdId,
      name: household.name,
      municipality: household.municipality,
      reason: household.reason,
      remedy: remedyFor(household.reason, household.letters, language),
      informBy: household.informBy.toISOString(),
    })),
    firstInformBy: firstInformBy ?? null,
    warnings: warnings.map((warning) => sayWarning(warning, language)),
  };
}

function stateOf(batch: StoredBatch, job: JobProgress | null): BatchState {
  if (batch.state !== 'rendering') return batch.state;
  return job === null || job.state === 'failed' || job.state === 'cancelled' ? 'failed' : 'rendering';
}

function isUnderWay(job: JobProgress | null): boolean {
  return job?.state === 'waiting' || job?.state === 'running';
}

function hasCard(household: LeftOutHousehold): boolean {
  return household.reason === 'already_posted' || household.reason === 'already_in_batch';
}

function count(plan: BatchPlan, municipality: string, reason: LeftOutHousehold['reason']): number {
  return plan.leftOut.filter((left) => left.municipality === municipality && left.reason === reason).length;
}

function countReasons(households: readonly LeftOutHousehold[]): Readiness['reasons'] {
  const counts = new Map<LeftOutHousehold['reason'], number>();
  for (const { reason } of households) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, number]) => ({ reason, count: number })).sort((a, b) => b.count - a.count);
}
