import { Link } from 'react-router';
import type { Campaign } from '@savner/contract/campaigns';
import { listTips, tipLacks, tipSource, tipSources, type Tip } from '@savner/contract/tips';
import { useEndpoint } from '../../lib/api/use-endpoint.js';
import { useAddress } from '../../lib/address/use-address.js';
import { formatMoment, formatPhone } from '../../lib/format/format.js';
import { municipalityChoices } from '../../lib/municipalities.js';
import { commonTexts } from '../../lib/texts/common-texts.js';
import { useTexts } from '../../lib/texts/texts.js';
import { DataTable } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/empty-state.js';
import { FilterBar } from '../../ui/filter-bar.js';
import { Loaded } from '../../ui/loaded.js';
import { Pager } from '../../ui/pager.js';
import { SelectField } from '../../ui/select-field.js';
import { tipName, tipPlace } from './tip-name.js';
import { tipTexts } from './texts.js';

const pageSize = 50;
const noFilters = { sok: '', kommune: '', kilde: '', mangler: '' };

interface TipListProps {
  readonly campaign: Campaign;
  readonly tipPath: (tipId: string) => string;
}

export function TipList({ campaign, tipPath }: TipListProps) {
  const say = useTexts(tipTexts);
  const address = useAddress();
  const search = address.get('sok');
  const municipality = address.get('kommune');
  const source = tipSource.safeParse(address.get('kilde')).data;
  const lacks = tipLacks.safeParse(address.get('mangler')).data;
  const reading = useEndpoint(listTips, {
    params: { campaignId: campaign.id },
    query: {
      page: address.page,
      pageSize,
      search: search === '' ? undefined : search,
      municipality: municipality === '' ? undefined : municipality,
      source,
      lacks,
    },
  });
  const isFiltered = [search, municipality, source, lacks].some(
    (value) => value !== '' && value !== undefined,
  );

  return (
    <div className="stack">
      <TipFilters campaign={campaign} isFiltered={isFiltered} />
      <Loaded reading={reading}>
        {({ tips, total }) =>
          total === 0 ? (
            <EmptyState title={isFiltered ? say('noHitsTitle') : say('emptyTitle')}>
              {isFiltered ? say('noHits') : say('empty')}
            </EmptyState>
          ) : (
            <>
              <TipTable tips={tips} tipPath={tipPath} />
              <Pager page={address.page} pageSize={pageSize} total={total} />
            </>
          )
        }
      </Loaded>
    </div>
  );
}

function TipFilters({ campaign, isFiltered }: { readonly campaign: Campaign; readonly isFiltered: boolean }) {
  const say = useTexts(tipTexts);
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
        label={say('source')}
        value={get('kilde')}
        onChange={(kilde) => change({ kilde })}
        choices={[any, ...tipSources.map((source) => ({ value: source, label: say(`source.${source}`) }))]}
      />
      <SelectField
        size="sm"
        label={say('lacks')}
        value={get('mangler')}
        onChange={(mangler) => change({ mangler })}
        choices={[
          { value: '', label: '–' },
          ...tipLacks.options.map((lack) => ({ value: lack, label: say(`lacks.${lack}`) })),
        ]}
      />
    </FilterBar>
  );
}

function TipTable({
  tips,
  tipPath,
}: {
  readonly tips: readonly Tip[];
  readonly tipPath: TipListProps['tipPath'];
}) {
  const say = useTexts(tipTexts);
  return (
    <DataTable
      caption={say('caption')}
      rows={tips}
      keyOf={(tip) => tip.id}
      columns={[
        {
          header: say('who'),
          cell: (tip) => (
            <Link className="ds-link" to={tipPath(tip.id)}>
              {tipName(tip) || say('noName')}
            </Link>
          ),
        },
        { header: say('misses'), cell: (tip) => tip.municipalityName },
        { header: say('where'), cell: tipPlace },
        {
          header: say('phone'),
          cell: (tip) => (tip.phoneE164 === null ? tip.phone : formatPhone(tip.phoneE164)),
        },
        { header: say('source'), cell: (tip) => say(`source.${tip.source}`) },
        { header: say('received'), cell: (tip) => formatMoment(tip.receivedAt) },
      ]}
    />
  );
}
