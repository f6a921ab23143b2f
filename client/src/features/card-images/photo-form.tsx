import { useState, type SubmitEvent } from 'react';
import { Button, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react';
import {
  describeCardImage,
  listCardImages,
  removeCardImage,
  storeCardImage,
  type CardImages,
} from '@savner/contract/card-images';
import { useSend } from '../../lib/api/use-endpoint.js';
import { formatNumber } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Confirm } from '../../ui/confirm.js';
import { Problem } from '../../ui/problem.js';
import { ImageInput } from './image-input.js';
import { ShownImage } from './shown-image.js';
import { cardImageTexts } from './texts.js';

interface PhotoFormProps {
  readonly campaignId: string;
  readonly photo: CardImages['photo'];
  readonly places: CardImages['places'];
}

/** The region's own picture on the front of the cards. */
export function PhotoForm({ campaignId, photo, places }: PhotoFormProps) {
  const say = useTexts(cardImageTexts);
  const [bytes, setBytes] = useState<Uint8Array | null>(null);
  const [alternative, setAlternative] = useState(photo?.alternative ?? '');
  const [problems, setProblems] = useState<{ file: string | null; words: string | null }>(noProblems);
  const [round, setRound] = useState(0);
  const storing = useSend(storeCardImage, [listCardImages]);
  const describing = useSend(describeCardImage, [listCardImages]);
  const removing = useSend(removeCardImage, [listCardImages]);
  const params = { campaignId, slot: 'photo' as const };
  const isNewFile = bytes !== null;
  const error = storing.error ?? describing.error ?? removing.error;

  const choose = (chosen: Uint8Array | null) => {
    storing.reset();
    setBytes(chosen);
    setProblems({ ...problems, file: chosen === null ? say('tooLarge') : null });
  };
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const words = alternative.trim() === '' ? say('alternativeMissing') : null;
    const file = !isNewFile && photo === null ? say('fileMissing') : null;
    setProblems({ file, words });
    if (words !== null || file !== null || storing.isPending || describing.isPending) return;
    if (!isNewFile) return describing.mutate({ params, body: { alternative } });
    const onSuccess = () => {
      setBytes(null);
      setRound(round + 1);
    };
    storing.mutate({ params, query: { alternative }, body: bytes }, { onSuccess });
  };
  const remove = () =>
    removing.mutate(
      { params },
      {
        onSuccess: () => setAlternative(''),
      },
    );
  return (
    <form className="stack" onSubmit={send} noValidate>
      <Heading level={3} data-size="xs">
        {say('photo')}
      </Heading>
      {photo === null ? (
        <Paragraph>{say('photoNone')}</Paragraph>
      ) : (
        <ShownImage campaignId={campaignId} image={photo} alternative={photo.alternative} />
      )}
      <ul className="plain-list quiet">
        {places.map(({ template, title, widthPx, heightPx, isFilled }) => {
          const values = { title, width: formatNumber(widthPx), height: formatNumber(heightPx) };
          if (isFilled === null) return <li key={template}>{say('placeNeeds', values)}</li>;
          return (
            <li key={template}>{isFilled ? say('placeFilled', { title }) : say('placeCoarse', values)}</li>
          );
        })}
      </ul>
      <ImageInput
        key={round}
        label={photo === null ? say('choosePhoto') : say('replacePhoto')}
        description={say('photoHint')}
        problem={problems.file}
        onChosen={choose}
      />
      <Textfield
        data-size="sm"
        label={say('alternative')}
        description={say('alternativeHint')}
        value={alternative}
        error={problems.words ?? undefined}
        onChange={(event) => setAlternative(event.target.value)}
      />
      {error === null ? null : <Problem error={error} />}
      <div className="row">
        <Button type="submit" data-size="sm" variant="secondary">
          {buttonWords()}
        </Button>
        {photo === null ? null : (
          <Confirm
            ask={say('remove')}
            question={say('removePhotoQuestion')}
            yes={say('removePhotoYes')}
            onYes={remove}
          />
        )}
      </div>
    </form>
  );

  function buttonWords(): string {
    if (storing.isPending) return say('sending');
    if (photo === null) return say('putPhoto');
    return isNewFile ? say('swapPhoto') : say('saveWords');
  }
}

const noProblems = { file: null, words: null };
