import { Field, Input, Label, ValidationMessage } from '@digdir/designsystemet-react';
import { largestImage } from '@savner/contract/card-images';

interface ImageInputProps {
  readonly label: string;
  readonly description?: string;
  readonly problem: string | null;
  /** Null when the file is larger than is taken in. */
  readonly onChosen: (bytes: Uint8Array | null) => void;
}

/** Takes a picture as it is on disk. */
export function ImageInput({ label, description, problem, onChosen }: ImageInputProps) {
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    onChosen(file.size > largestImage ? null : new Uint8Array(await file.arrayBuffer()));
  };
  return (
    <Field>
      <Label>{label}</Label>
      {description === undefined ? null : <Field.Description>{description}</Field.Description>}
      <Input
        type="file"
        data-size="sm"
        accept="image/jpeg,image/png,image/tiff"
        aria-invalid={problem === null ? undefined : true}
        onChange={(event) => void choose(event.target.files?.[0])}
      />
      {problem === null ? null : <ValidationMessage>{problem}</ValidationMessage>}
    </Field>
  );
}
