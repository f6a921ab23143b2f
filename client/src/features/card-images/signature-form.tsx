import { useState } from 'react';
import { Paragraph } from '@digdir/designsystemet-react';
import {
  listCardImages,
  removeCardImage,
  storeCardImage,
  type CardImage,
} from '@savner/contract/card-images';
import { useSend } from '../../lib/api/use-endpoint.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Confirm } from '../../ui/confirm.js';
import { Problem } from '../../ui/problem.js';
import { ImageInput } from './image-input.js';
import { ShownImage } from './shown-image.js';
import { cardImageTexts } from './texts.js';

interface SignatureFormProps {
  readonly campaignId: string;
  readonly municipality: { readonly number: string; readonly name: string };
  readonly signature: CardImage | null;
}

/** One mayor's signature: stored as soon as a picture of it is chosen. */
export function SignatureForm({ campaignId, municipality, signature }: SignatureFormProps) {
  const say = useTexts(cardImageTexts);
  const { number, name } = municipality;
  const [problem, setProblem] = useState<string | null>(null);
  const storing = useSend(storeCardImage, [listCardImages]);
  const removing = useSend(removeCardImage, [listCardImages]);
  const params = { campaignId, slot: number };
  const error = storing.error ?? removing.error;
  const store = (bytes: Uint8Array | null) => {
    setProblem(bytes === null ? say('tooLarge') : null);
    removing.reset();
    if (bytes !== null) storing.mutate({ params, query: {}, body: bytes });
  };
  return (
    <div className="stack stack--tight">
      {signature === null ? null : (
        <ShownImage campaignId={campaignId} image={signature} alternative={say('signatureOf', { name })} />
      )}
      <ImageInput
        key={signature?.sha256 ?? 'none'}
        label={say('chooseSignature', { name })}
        problem={problem}
        onChosen={store}
      />
      <Paragraph role="status" className="quiet">
        {statusWords()}
      </Paragraph>
      {error === null ? null : <Problem error={error} />}
      {signature === null ? null : (
        <div className="row">
          <Confirm
            ask={say('remove')}
            question={say('removeSignatureQuestion', { name })}
            yes={say('removeSignatureYes')}
            onYes={() => {
              storing.reset();
              removing.mutate({ params });
            }}
          />
        </div>
      )}
    </div>
  );

  function statusWords(): string {
    if (storing.isPending) return say('sending');
    return signature === null ? say('signatureNone') : '';
  }
}
