import { useState } from 'react';
import { Button, Tag } from '@digdir/designsystemet-react';
import { disableUser, endSessions, listUsers, makeSignInLink, type User } from '@savner/contract/accounts';
import type { Municipality } from '@savner/contract/campaigns';
import { useAddress } from '../../lib/address/use-address.js';
import { useEndpoint, useSend } from '../../lib/api/use-endpoint.js';
import { byName, formatMoment } from '../../lib/format/format.js';
import { municipalityChoices } from '../../lib/municipalities.js';
import { commonTexts } from '../../lib/texts/common-texts.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Confirm } from '../../ui/confirm.js';
import { DataTable } from '../../ui/data-table.js';
import { EmptyState } from '../../ui/empty-state.js';
import { FilterBar } from '../../ui/filter-bar.js';
import { Loaded } from '../../ui/loaded.js';
import { Problem } from '../../ui/problem.js';
import { SelectField } from '../../ui/select-field.js';
import type { ShownLink } from './one-time-link.js';
import { accessTexts } from './texts.js';

const colors = { invited: 'info', active: 'success', disabled: 'neutral' } as const;

interface UserListProps {
  readonly municipalities: readonly Municipality[];
  /** The one who looks: nobody ends their own access by accident. */
  readonly selfId: string;
  readonly onLink: (link: ShownLink) => void;
}

/** Everybody with access, and the four things that can be done about it. */
export function UserList({ municipalities, selfId, onLink }: UserListProps) {
  const say = useTexts(accessTexts);
  const sayCommon = useTexts(commonTexts);
  const { get, change } = useAddress();
  const search = get('sok');
  const municipality = get('kommune');
  const reading = useEndpoint(listUsers, {
    query: { municipality: municipality === '' ? undefined : municipality },
  });
  return (
    <div className="stack">
      <FilterBar
        label={say('filters')}
        searchLabel={say('search')}
        search={search}
        onSearch={(sok) => change({ sok })}
        {...(search === '' && municipality === '' ? {} : { onClear: () => change({ sok: '', kommune: '' }) })}
      >
        <SelectField
          size="sm"
          label={say('municipality')}
          value={municipality}
          onChange={(kommune) => change({ kommune })}
          choices={[{ value: '', label: sayCommon('all') }, ...municipalityChoices(municipalities)]}
        />
      </FilterBar>
      <Loaded reading={reading}>
        {({ users }) => {
          const found = users.filter(({ name }) => folded(name).includes(folded(search)));
          return found.length === 0 ? (
            <EmptyState title={say('noHitsTitle')}>{say('noHits')}</EmptyState>
          ) : (
            <UserTable users={found} {...{ municipalities, selfId, onLink }} />
          );
        }}
      </Loaded>
    </div>
  );
}

function UserTable({
  users,
  municipalities,
  selfId,
  onLink,
}: UserListProps & { readonly users: readonly User[] }) {
  const say = useTexts(accessTexts);
  const sayCommon = useTexts(commonTexts);
  const nameOf = (number: string | null) =>
    municipalities.find((municipality) => municipality.number === number)?.name ?? say('wholeRegion');
  return (
    <DataTable
      caption={say('caption')}
      rows={[...users].sort((a, b) => byName(a.name, b.name))}
      keyOf={({ id }) => id}
      columns={[
        { header: say('who'), cell: ({ id, name }) => (id === selfId ? `${name} (${say('you')})` : name) },
        {
          header: say('does'),
          cell: ({ roles }) => roles.map((role) => sayCommon(`role.${role}`)).join(', '),
        },
        { header: say('municipality'), cell: (user) => nameOf(user.municipality) },
        {
          header: say('state'),
          cell: ({ state }) => <Tag data-color={colors[state]}>{say(`state.${state}`)}</Tag>,
        },
        {
          header: say('lastSeen'),
          cell: ({ lastSeenAt }) => (lastSeenAt === null ? say('never') : formatMoment(lastSeenAt)),
        },
        {
          header: say('actions'),
          cell: (user) =>
            user.id === selfId || user.state === 'disabled' ? null : (
              <UserActions user={user} onLink={onLink} />
            ),
        },
      ]}
    />
  );
}

function UserActions({
  user: { id, name },
  onLink,
}: {
  readonly user: User;
  readonly onLink: UserListProps['onLink'];
}) {
  const say = useTexts(accessTexts);
  const linking = useSend(makeSignInLink, [listUsers]);
  const ending = useSend(endSessions, [listUsers]);
  const disabling = useSend(disableUser, [listUsers]);
  const [status, setStatus] = useState('');
  const params = { userId: id };
  const problem = linking.error ?? ending.error ?? disabling.error;
  return (
    <div className="user-actions">
      <Button
        variant="secondary"
        data-size="sm"
        onClick={() => linking.mutate({ params }, { onSuccess: (link) => onLink({ ...link, name }) })}
      >
        {say('newLink')}
        <span className="ds-sr-only"> – {name}</span>
      </Button>
      <Confirm
        ask={say('endSessions')}
        question={say('endSessionsQuestion', { name })}
        yes={say('endSessionsYes', { name })}
        onYes={() =>
          ending.mutate({ params }, { onSuccess: () => setStatus(say('sessionsEnded', { name })) })
        }
      />
      <Confirm
        tone="danger"
        ask={say('disable')}
        question={say('disableQuestion', { name })}
        yes={say('disableYes', { name })}
        onYes={() => disabling.mutate({ params })}
      />
      <span role="status">{status}</span>
      {problem === null ? null : <Problem error={problem} />}
    </div>
  );
}

/** Search does not care about å or aa, ø or ö, capitals or small letters. */
function folded(text: string): string {
  return text.toLocaleLowerCase('nb').replaceAll('aa', 'å').replaceAll('ö', 'ø').replaceAll('ä', 'æ').trim();
}
