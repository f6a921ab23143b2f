import { useEffect, useState, type ReactNode } from 'react';
import { Button, Textfield } from '@digdir/designsystemet-react';
import { commonTexts } from '../lib/texts/common-texts.js';
import { useTexts } from '../lib/texts/texts.js';

interface FilterBarProps {
  readonly label: string;
  readonly searchLabel: string;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  /** Gives a button that clears everything. */
  readonly onClear?: () => void;
  readonly children?: ReactNode;
}

const pauseBeforeSearch = 350;

/** Search and filters above a list. The search follows the writing after a short pause; Enter does it at once. */
export function FilterBar({ label, searchLabel, search, onSearch, onClear, children }: FilterBarProps) {
  const say = useTexts(commonTexts);
  const [written, setWritten] = useState(search);
  const [known, setKnown] = useState(search);
  if (known !== search) {
    setKnown(search);
    setWritten(search);
  }
  useEffect(() => {
    if (written.trim() === search) return undefined;
    const timer = setTimeout(() => onSearch(written.trim()), pauseBeforeSearch);
    return () => clearTimeout(timer);
  });
  return (
    <search aria-label={label}>
      <form
        className="filter-bar"
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(written.trim());
        }}
      >
        <Textfield
          type="search"
          data-size="sm"
          autoComplete="off"
          label={searchLabel}
          value={written}
          onChange={(event) => setWritten(event.target.value)}
        />
        {children}
        {onClear === undefined ? null : (
          <Button type="button" variant="tertiary" data-size="sm" onClick={onClear}>
            {say('clearFilters')}
          </Button>
        )}
      </form>
    </search>
  );
}
