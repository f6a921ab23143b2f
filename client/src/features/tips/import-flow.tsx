import { useState } from 'react';
import type { Campaign } from '@savner/contract/campaigns';
import {
  importTips,
  listTipImports,
  listTips,
  previewTipImport,
  type ImportPreview,
  type TipImport,
} from '@savner/contract/tips';
import { useSend } from '../../lib/api/use-endpoint.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Loading } from '../../ui/loading.js';
import { Problem } from '../../ui/problem.js';
import { ImportFile, type ListFile } from './import-file.js';
import { ImportPreviewView } from './import-preview.js';
import { ImportResult } from './import-result.js';
import { tipTexts } from './texts.js';

type Step =
  | { readonly at: 'choosing' }
  | { readonly at: 'previewed'; readonly file: ListFile; readonly preview: ImportPreview }
  | { readonly at: 'done'; readonly result: TipImport };

interface ImportFlowProps {
  readonly campaign: Campaign;
  readonly tipsPath: string;
}

/** Choose a file, see what is read out of it, confirm. Before that nothing is stored. */
export function ImportFlow({ campaign, tipsPath }: ImportFlowProps) {
  const say = useTexts(tipTexts);
  const [step, setStep] = useState<Step>({ at: 'choosing' });
  const previewing = useSend(previewTipImport);
  const importing = useSend(importTips, [listTips, listTipImports]);
  const params = { campaignId: campaign.id };

  const read = (file: ListFile) => {
    importing.reset();
    setStep({ at: 'choosing' });
    previewing.mutate(
      { params, query: { fileName: file.name }, body: file.bytes },
      { onSuccess: (preview) => setStep({ at: 'previewed', file, preview }) },
    );
  };
  const confirm = (file: ListFile, { sha256 }: ImportPreview) => {
    if (importing.isPending) return;
    importing.mutate(
      { params, query: { fileName: file.name, sha256 }, body: file.bytes },
      { onSuccess: (result) => setStep({ at: 'done', result }) },
    );
  };
  const startAgain = () => {
    previewing.reset();
    importing.reset();
    setStep({ at: 'choosing' });
  };

  switch (step.at) {
    case 'choosing':
      return (
        <>
          <ImportFile onChosen={read} />
          {previewing.isPending ? (
            <>
              <p role="status">{say('reading', { file: previewing.variables.query.fileName })}</p>
              <Loading />
            </>
          ) : null}
          {previewing.error === null ? null : <Problem error={previewing.error} />}
        </>
      );
    case 'previewed':
      return (
        <ImportPreviewView
          campaign={campaign}
          preview={step.preview}
          progress={importing.isPending ? 'importing' : 'waiting'}
          problem={importing.error}
          onConfirm={() => confirm(step.file, step.preview)}
          onOtherFile={startAgain}
        />
      );
    case 'done':
      return <ImportResult result={step.result} tipsPath={tipsPath} onAgain={startAgain} />;
  }
}
