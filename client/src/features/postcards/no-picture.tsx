import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { ApiError } from '../../lib/api/api-error.js';
import { useTexts } from '../../lib/texts/texts.js';
import { postcardTexts } from './texts.js';

/** A card whose words do not fit is refused with a sentence that says what to shorten; else there is the link. */
export function NoPicture({ failure }: { readonly failure: unknown }) {
  const say = useTexts(postcardTexts);
  return failure instanceof ApiError && failure.code === 'validation_failed' ? (
    <Alert data-color="warning" role="status">
      {failure.message}
    </Alert>
  ) : (
    <Paragraph role="status" className="quiet">
      {say('noPicture')}
    </Paragraph>
  );
}
