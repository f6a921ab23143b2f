import type { Campaign } from '@savner/contract/campaigns';
import { householdStages, sortingReasons } from '@savner/contract/people';
import { useAddress } from '../../lib/address/use-address.js';
import { municipalityChoices } from '../../lib/municipalities.js';
import { commonTexts } from '../../lib/texts/common-texts.js';
import { useTexts } from '../../lib/texts/texts.js';
import { FilterBar } from '../../ui/filter-bar.js';
import { SelectField } from '../../ui/select-field.js';
import { householdTexts } from './texts.js';

const orders = ['name', 'inform_by', 'tips'] as const;
const noFilters = { sok: '', kommune: '', steg: '', grunn: '' };

/** The order named in the address; by name when it names none we know. */
export function orderIn(value: string): (typeof orders)[number] {
  return orders.find((order) => order === value) ?? 'name';
}

interface HouseholdFiltersProps {
  readonly campaign: Campaign;
  readonly isFiltered: boolean;
}

export function HouseholdFilters({ campaign, isFiltered }: HouseholdFiltersProps) {
  const say = useTexts(householdTexts);
  const sayCommon = useTexts(commonTexts);
  const { get, change } = useAddress();
  const any = { value: '', label: sayCommon('all') };
  return (
    <FilterBar
      label={say('filters')}
      searchLabel={say('search')}
      search={get('sok')}
      onSearch={(sok) => change({ sok })}
      {...(isFiltered ? { onClear: () => change(noFilters) } : {})}
    >
      <SelectField
        size="sm"
        label={sayCommon('municipality')}
        value={get('kommune')}
        onChange={(kommune) => change({ kommune })}
        choices={[any, ...municipalityChoices(campaign.municipalities)]}
      />
      <SelectField
        size="sm"
        label={say('stage')}
        value={get('steg')}
        onChange={(steg) => change({ steg, grunn: steg === 'sorting' ? get('grunn') : '' })}
        choices={[any, ...householdStages.map((stage) => ({ value: stage, label: say(`stage.${stage}`) }))]}
      />
      {get('steg') === 'sorting' || get('grunn') !== '' ? (
        <SelectField
          size="sm"
          label={say('lacks')}
          value={get('grunn')}
          onChange={(grunn) => change({ grunn })}
          choices={[
            any,
            ...sortingReasons.map((reason) => ({ value: reason, label: say(`reason.${reason}`) })),
          ]}
        />
      ) : null}
      <SelectField
        size="sm"
        label={say('order')}
        value={orderIn(get('rekkefolge'))}
        onChange={(order) => change({ rekkefolge: order === 'name' ? '' : order })}
        choices={orders.map((order) => ({ value: order, label: say(`order.${order}`) }))}
      />
    </FilterBar>
  );
}
