import { useState } from 'react';
import { Field, Input, Label, ValidationMessage } from '@digdir/designsystemet-react';
import { importLimits } from '@savner/contract/tips';
import { useTexts } from '../../lib/texts/texts.js';
import { tipTexts } from './texts.js';

/** A list as it is on disk. */
export interface ListFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export function ImportFile({ onChosen }: { readonly onChosen: (file: ListFile) => void }) {
  const say = useTexts(tipTexts);
  const [problem, setProblem] = useState<string | null>(null);
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    const tooLarge = file.size > importLimits.bytes;
    setProblem(tooLarge ? say('tooLarge') : null);
    if (!tooLarge) onChosen({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  };
  return (
    <section className="panel">
      <Field>
        <Label>{say('chooseFile')}</Label>
        <Field.Description>{say('chooseFileHint')}</Field.Description>
        <Input
          type="file"
          accept=".csv,.txt,text/csv"
          aria-invalid={problem === null ? undefined : true}
          onChange={(event) => {
            void choose(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        {problem === null ? null : <ValidationMessage>{problem}</ValidationMessage>}
      </Field>
      <p className="quiet">{say('nothingStored')}</p>
    </section>
  );
}
