import { useState } from 'react';
import { changeCampaign, listCampaigns, type Campaign, type Municipality } from '@savner/contract/campaigns';
import { ApiError } from '../../lib/api/api-error.js';
import { call } from '../../lib/api/call.js';
import { useSend } from '../../lib/api/use-endpoint.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Conflict } from '../../ui/conflict.js';
import type { FormProblem } from '../../ui/form-problems.js';
import { Problem } from '../../ui/problem.js';
import { draftOf, requestOf } from './campaign-draft.js';
import { CampaignForm } from './campaign-form.js';
import { CampaignState } from './campaign-state.js';
import { draftClashes } from './draft-clashes.js';
import { problemsIn } from './problems-in.js';
import { serverProblems } from './server-problems.js';
import { campaignTexts } from './texts.js';

interface EditCampaignProps {
  readonly campaign: Campaign;
  readonly register: readonly Municipality[];
}

/** Changes a campaign. When somebody else saved first, both values are shown and nothing written is lost. */
export function EditCampaign({ campaign, register }: EditCampaignProps) {
  const say = useTexts(campaignTexts);
  const [base, setBase] = useState(campaign);
  const [draft, setDraft] = useState(() => draftOf(campaign, register));
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [savedByOther, setSavedByOther] = useState<Campaign | null>(null);
  const [isSaved, setSaved] = useState(false);
  const saving = useSend(changeCampaign, [listCampaigns]);
  const params = { campaignId: campaign.id };

  const start = (from: Campaign) => {
    setBase(from);
    setDraft(draftOf(from, register));
    setSavedByOther(null);
  };
  const failed = (error: Error) => {
    setProblems(serverProblems(error));
    if (error instanceof ApiError && error.code === 'conflict') {
      void call(listCampaigns).then(({ campaigns }) =>
        setSavedByOther(campaigns.find(({ id }) => id === campaign.id) ?? null),
      );
    }
  };
  const save = (version: number) => {
    const found = problemsIn(draft, say);
    setProblems(found);
    setSaved(false);
    if (found.length > 0 || saving.isPending) return;
    saving.mutate(
      { params, body: { ...requestOf(draft), version } },
      {
        onSuccess: (saved) => {
          start(saved);
          setSaved(true);
        },
        onError: failed,
      },
    );
  };
  /** A campaign opens as it is written, so that nothing on the screen is left behind; closing concerns the state alone. */
  const changeState = (state: Campaign['state']) => {
    const found = state === 'open' ? problemsIn(draft, say) : [];
    setProblems(found);
    setSaved(false);
    if (found.length > 0 || saving.isPending) return;
    const written = state === 'open' ? requestOf(draft) : {};
    saving.mutate(
      { params, body: { ...written, state, version: base.version } },
      { onSuccess: state === 'open' ? start : setBase, onError: failed },
    );
  };

  return (
    <div className="stack">
      <CampaignState campaign={base} onChange={changeState} />
      <CampaignForm
        campaignId={campaign.id}
        draft={draft}
        problems={problems}
        sendWords={saving.isPending ? say('saving') : say('save')}
        status={isSaved ? say('saved') : ''}
        onChange={(changed) => {
          setSaved(false);
          setDraft(changed);
        }}
        onSend={() => save(base.version)}
      >
        {savedByOther === null ? null : (
          <Conflict
            rows={draftClashes(draftOf(base, register), draftOf(savedByOther, register), draft, say)}
            onKeepMine={() => {
              setSavedByOther(null);
              save(savedByOther.version);
            }}
            onTakeSaved={() => start(savedByOther)}
          />
        )}
        {saving.error !== null && problems.length === 0 && savedByOther === null ? (
          <Problem error={saving.error} />
        ) : null}
      </CampaignForm>
    </div>
  );
}
