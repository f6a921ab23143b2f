import { Checkbox, Details } from '@digdir/designsystemet-react';
import { getBoard } from '@savner/contract/call-board';
import { useEndpoint } from '../../lib/api/use-endpoint.js';
import { byName } from '../../lib/format/format.js';
import { useTexts } from '../../lib/texts/texts.js';
import { Loaded } from '../../ui/loaded.js';
import { teamTexts } from './texts.js';

interface MayorsOwnProps {
  readonly campaignId: string;
  readonly municipality: { readonly number: string };
  readonly chosen: readonly string[];
  readonly onChoose: (householdIds: readonly string[]) => void;
}

/** Those the mayor wants to call in person, ticked among the households that can be called. */
export function MayorsOwn({ campaignId, municipality, chosen, onChoose }: MayorsOwnProps) {
  const say = useTexts(teamTexts);
  const board = useEndpoint(getBoard, { params: { campaignId, municipality: municipality.number } });
  return (
    <Details className="call-details">
      <Details.Summary>{say('mayorsOwn', { count: chosen.length })}</Details.Summary>
      <Details.Content>
        <p className="quiet">{say('mayorsOwnHint')}</p>
        <Loaded reading={board}>
          {({ households }) => (
            <div className="report__ticks">
              {households
                .filter(({ state }) => state === 'callable')
                .sort((a, b) => byName(a.title, b.title))
                .map(({ householdId, title, place }) => (
                  <Checkbox
                    key={householdId}
                    label={place === null ? title : `${title}, ${place}`}
                    checked={chosen.includes(householdId)}
                    onChange={(event) =>
                      onChoose(
                        event.target.checked
                          ? [...chosen, householdId]
                          : chosen.filter((other) => other !== householdId),
                      )
                    }
                  />
                ))}
            </div>
          )}
        </Loaded>
      </Details.Content>
    </Details>
  );
}
