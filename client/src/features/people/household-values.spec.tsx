import { describe, expect, it } from '@jest/globals';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { HouseholdChange, HouseholdDetail, SourcedValue } from '@savner/contract/people';
import { aCampaign, anId, sampleMoment } from '../../../test/samples.js';
import { HouseholdValues } from './household-values.js';

const fromTip = { origin: 'tip', tipId: anId(5), by: null, at: sampleMoment } as const;

function value(text: string, changes: Partial<SourcedValue> = {}): SourcedValue {
  return {
    value: text,
    preferred: false,
    automatic: false,
    state: null,
    sources: [fromTip],
    chosen: null,
    ...changes,
  };
}

const household: HouseholdDetail = {
  id: anId(1),
  displayName: 'Cathrine Nordmo',
  municipality: '3427',
  place: 'Røros',
  stage: 'ready_for_card',
  sortingReason: null,
  blockReason: null,
  hasPhone: true,
  hasAddress: true,
  tipCount: 2,
  personCount: 1,
  firstTipAt: sampleMoment,
  informBy: sampleMoment,
  version: 3,
  namesOnCard: ['Cathrine Nordmo'],
  address: { street: null, postcode: null, place: 'Røros', country: null },
  phones: [],
  persons: [
    {
      id: anId(2),
      displayName: 'Cathrine Nordmo',
      birthYear: 1987,
      tipIds: [anId(5), anId(6)],
      names: [{ ...value('Cathrine Nordmo', { preferred: true }), given: 'Cathrine', surname: 'Nordmo' }],
      birthYears: [
        value('1987', {
          preferred: true,
          chosen: { origin: 'coordinator', by: 'Kaia Prøvestad', at: sampleMoment },
        }),
        value('1985', { automatic: true }),
      ],
    },
  ],
  othersInHousehold: [],
  values: {
    names: [],
    namesOnCard: [],
    municipalities: [value('3427', { preferred: true }), value('5025')],
    phones: [
      value('+4790000001', { preferred: true, state: 'ok' }),
      value('+4790000002', { state: 'dead', sources: [{ ...fromTip, by: 'Siri Prøvestad' }] }),
    ],
    emails: [],
    addresses: [],
  },
  missers: [],
  retiredAt: null,
  mergedInto: null,
};

function open(): HouseholdChange[] {
  const changes: HouseholdChange[] = [];
  render(
    <HouseholdValues
      campaign={aCampaign()}
      household={household}
      onChange={(change) => changes.push(change)}
    />,
  );
  return changes;
}

const rowOf = (text: string) => {
  const row = screen.getByText(text, { exact: false, selector: '.values__value' }).closest('li');
  if (row === null) throw new Error(`${text} stands in no list`);
  return within(row);
};

describe('the values of a household', () => {
  it('say who told them, and who chose the one in use', () => {
    open();
    expect(rowOf('900 00 002').getByText('tips fra Siri Prøvestad 20.01.2026')).toBeTruthy();
    expect(rowOf('1987').getByText('Valgt av Kaia Prøvestad 20.01.2026')).toBeTruthy();
  });

  it('another one can be chosen', async () => {
    const changes = open();
    await userEvent.click(screen.getByRole('button', { name: 'Bruk dette Røros' }));
    await userEvent.click(screen.getByRole('button', { name: 'Bruk dette 1985' }));
    expect(changes).toEqual([
      { kind: 'move_municipality', municipality: '5025' },
      { kind: 'prefer_birth_year', personId: anId(2), birthYear: 1985 },
    ]);
  });

  it('the choice can be left to the rules again, where somebody has made one', async () => {
    const changes = open();
    expect(screen.getAllByRole('button', { name: /Gå tilbake til det automatiske/ })).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'Gå tilbake til det automatiske Fødselsår' }));
    expect(changes).toEqual([{ kind: 'automatic', field: 'birth_year', personId: anId(2) }]);
  });

  it('a dead number cannot be chosen, only found to work after all', () => {
    open();
    expect(screen.queryByRole('button', { name: 'Bruk dette 900 00 002' })).toBeNull();
    expect(rowOf('900 00 002').getByRole('button', { name: /Virker likevel/ })).toBeTruthy();
  });
});
