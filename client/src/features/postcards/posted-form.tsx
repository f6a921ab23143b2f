import { useState, type SubmitEvent } from 'react';
import { Button, Textfield } from '@digdir/designsystemet-react';
import type { Campaign } from '@savner/contract/campaigns';
import { date } from '@savner/contract/common';
import { getToday } from '@savner/contract/insight';
import { listBatches, markPosted, previewBatch, type Batch } from '@savner/contract/postcards';
import { useSend } from '../../lib/api/use-endpoint.js';
import { osloBoxes } from '../../lib/format/oslo-time.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Problem } from '../../ui/problem.js';
import { postcardTexts } from './texts.js';

interface PostedFormProps {
  readonly campaign: Campaign;
  readonly batch: Batch;
  readonly now: string;
}

/** The day the cards were handed in: from then on the teams' clock ticks. */
export function PostedForm({ campaign, batch, now }: PostedFormProps) {
  const say = useTexts(postcardTexts);
  const [postedOn, setPostedOn] = useState(osloBoxes(new Date(now)).date);
  const [isMissing, setMissing] = useState(false);
  const marking = useSend(markPosted, [listBatches, previewBatch, getToday]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const isDate = date.safeParse(postedOn).success;
    setMissing(!isDate);
    if (!isDate || marking.isPending) return;
    marking.mutate({ params: { campaignId: campaign.id, batchId: batch.id }, body: { postedOn } });
  };
  return (
    <form className="stack stack--tight" onSubmit={submit} noValidate>
      <Textfield
        data-size="sm"
        className="short-field"
        type="date"
        label={say('postedQuestion')}
        description={say('postedHint', { days: campaign.settings.daysFromPostToCall })}
        value={postedOn}
        error={isMissing ? say('postedMissing') : undefined}
        onChange={(event) => setPostedOn(event.target.value)}
      />
      {marking.error === null ? null : <Problem error={marking.error} />}
      <div className="row">
        <Button type="submit" data-size="sm" variant="secondary">
          {say('markPosted')}
        </Button>
      </div>
    </form>
  );
}
