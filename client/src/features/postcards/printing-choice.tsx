import { useState } from 'react';
import { Checkbox, Details, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { flips, mostCardsInFile, sheets } from '@savner/contract/postcards';
import { formatNumber } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { SelectField } from '../../ui/select-field.js';
import type { BatchFields } from './batch-draft.js';
import { postcardTexts } from './texts.js';

/** How the print house wants it; folded away, since one card a page in one file suits most. */
export function PrintingChoice({ draft, problemAt, onChange }: BatchFields) {
  const say = useTexts(postcardTexts);
  const [isWanted, setWanted] = useState(false);
  const sheetProblem = problemAt('sheet');
  const countProblem = problemAt('cardsPerFile');
  const isOpen = isWanted || sheetProblem !== undefined || countProblem !== undefined;
  return (
    <Details open={isOpen} onToggle={() => setWanted(!isOpen)}>
      <Details.Summary>{say('printing')}</Details.Summary>
      <Details.Content>
        <div className="stack">
          <Paragraph className="quiet">{say('printingHint')}</Paragraph>
          <div className="fields fields--broad">
            <SelectField
              id="batch-sheet"
              label={say('sheet')}
              value={draft.sheet}
              error={sheetProblem}
              onChange={(value) => onChange({ sheet: sheets.find((one) => one === value) ?? 'single' })}
              choices={sheets.map((value) => ({ value, label: say(`sheet.${value}`) }))}
            />
            {draft.sheet === 'single' ? null : (
              <SelectField
                id="batch-flip"
                label={say('flip')}
                value={draft.flip}
                onChange={(value) => onChange({ flip: flips.find((one) => one === value) ?? 'long-edge' })}
                choices={flips.map((value) => ({ value, label: say(`flip.${value}`) }))}
              />
            )}
            <Textfield
              id="batch-cardsPerFile"
              label={say('cardsPerFile')}
              description={say('cardsPerFileHint', { most: formatNumber(mostCardsInFile) })}
              inputMode="numeric"
              autoComplete="off"
              value={draft.cardsPerFile}
              error={countProblem}
              onChange={(event) => onChange({ cardsPerFile: event.target.value })}
            />
          </div>
          <Checkbox
            label={say('marks')}
            description={say('marksHint')}
            checked={draft.marks}
            onChange={(event) => onChange({ marks: event.target.checked })}
          />
          <Checkbox
            label={say('perMunicipality')}
            checked={draft.perMunicipality}
            onChange={(event) => onChange({ perMunicipality: event.target.checked })}
          />
        </div>
      </Details.Content>
    </Details>
  );
}
