import type { BatchFilter } from '@savner/contract/postcards';
import { newId } from '../../platform/ids.js';
import type { CardCodes } from './card-codes.js';
import type { StoredBatch, StoredCard } from './domain/batch.js';
import type { BatchPlan } from './domain/batch-plan.js';
import { inFileOrder } from './domain/print-files.js';
import { picturedVersion, picturesOf } from './pictured-version.js';
import type { ReadPlan } from './plan-batch.js';

/** A batch with what its cards say, frozen as it is now. */
export function newBatch(
  made: Pick<StoredBatch, 'id' | 'jobId' | 'number' | 'createdBy' | 'createdAt'>,
  { language, sheet, flip, marks, perMunicipality, cardsPerFile }: BatchFilter,
  { campaign, opened, plan, images }: ReadPlan,
  publicUrl: string,
): StoredBatch {
  const municipalities = campaign.municipalities.map(
    ({ number, name, mayorName, callingFrom, ownWords }) => ({
      number,
      name,
      mayorName,
      callingFrom,
      ownWords,
    }),
  );
  const shown = [...new Set(plan.cards.map((card) => card.municipality))].sort();
  const pictures = picturesOf(images, shown);
  return {
    ...made,
    campaignId: campaign.id,
    state: 'rendering',
    template: opened.template.name,
    templateVersion: picturedVersion(opened.template.version, pictures),
    language,
    municipalities: shown,
    cardCount: plan.cards.length,
    leftOutCount: plan.leftOut.length,
    facts: {
      region: campaign.region,
      contact: campaign.contact,
      publicUrl,
      municipalities,
      images: pictures,
    },
    sheet,
    flip,
    marks,
    perMunicipality,
    cardsPerFile,
    filesDeletedAt: null,
    postedOn: null,
  };
}

/** Its cards in the order of the files, each with its address as it is now. */
export function newCards(batch: StoredBatch, plan: BatchPlan, codes: CardCodes): StoredCard[] {
  return inFileOrder(plan.cards, batch).map((card, index) => {
    const id = newId();
    return {
      id,
      batchId: batch.id,
      campaignId: batch.campaignId,
      householdId: card.householdId,
      municipality: card.municipality,
      position: index + 1,
      state: 'in_batch',
      codeHash: codes.hashOf(codes.codeOf(id)),
      addressLines: [...card.block.lines],
      postcode: card.block.postcode,
      address: card.address,
      postedOn: null,
      returnedOn: null,
      returnReason: null,
    };
  });
}
