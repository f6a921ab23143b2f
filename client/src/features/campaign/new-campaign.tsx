import { useState } from 'react';
import { createCampaign, listCampaigns, type Campaign, type Municipality } from '@savner/contract/campaigns';
import { useSend } from '../../lib/api/use-endpoint.js';
import { useTexts } from '../../lib/texts/texts.js';
import type { FormProblem } from '../../ui/form-problems.js';
import { Problem } from '../../ui/problem.js';
import { emptyDraft, requestOf } from './campaign-draft.js';
import { CampaignForm } from './campaign-form.js';
import { problemsIn } from './problems-in.js';
import { serverProblems } from './server-problems.js';
import { campaignTexts } from './texts.js';

interface NewCampaignProps {
  readonly register: readonly Municipality[];
  readonly onMade: (campaign: Campaign) => void;
}

export function NewCampaign({ register, onMade }: NewCampaignProps) {
  const say = useTexts(campaignTexts);
  const [draft, setDraft] = useState(() => emptyDraft(register));
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const making = useSend(createCampaign, [listCampaigns]);
  const send = () => {
    const found = problemsIn(draft, say);
    setProblems(found);
    if (found.length > 0 || making.isPending) return;
    making.mutate(
      { body: requestOf(draft) },
      { onSuccess: onMade, onError: (error) => setProblems(serverProblems(error)) },
    );
  };
  return (
    <CampaignForm
      campaignId={null}
      draft={draft}
      problems={problems}
      sendWords={making.isPending ? say('saving') : say('create')}
      status=""
      onChange={setDraft}
      onSend={send}
    >
      {making.error !== null && problems.length === 0 ? <Problem error={making.error} /> : null}
    </CampaignForm>
  );
}
