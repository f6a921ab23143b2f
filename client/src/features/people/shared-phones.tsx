import { Link } from 'react-router';
import { Alert } from '@digdir/designsystemet-react';
import { readTies } from '@savner/contract/people';
import { useEndpoint } from '../../lib/api/use-endpoint.js';
import { formatPhone } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import type { PeoplePaths } from './people-paths.js';
import { tieTexts } from './texts.js';

interface SharedPhonesProps {
  readonly campaignId: string;
  readonly householdId: string;
  readonly householdPath: PeoplePaths['household'];
}

/** «Nummeret 900 00 001 er også oppgitt for Siri Prøvehaug»: one of them may not be theirs. */
export function SharedPhones({ campaignId, householdId, householdPath }: SharedPhonesProps) {
  const say = useTexts(tieTexts);
  const { data } = useEndpoint(readTies, { params: { campaignId, householdId } });
  return (data?.sharedPhones ?? []).map(({ phone, households }) => (
    <Alert key={phone} data-color="warning" data-size="sm">
      {say('sharedPhone', { phone: formatPhone(phone) })}{' '}
      {households.map(({ id, displayName }, index) => (
        <span key={id}>
          {index === 0 ? '' : ', '}
          <Link className="ds-link" to={householdPath(id)}>
            {displayName}
          </Link>
        </span>
      ))}
    </Alert>
  ));
}
