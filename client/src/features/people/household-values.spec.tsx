import { describe, expect, it } from '@jest/globals';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { HouseholdChange, HouseholdDetail } from '@savner/contract/people';
import { aHousehold } from '../../../test/sample-household.js';
import { aCampaign, anId } from '../../../test/samples.js';
import { HouseholdValues } from './household-values.js';

function open(household: HouseholdDetail = aHousehold): HouseholdChange[] {
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
  it('say where the tips contradict each other, beside the values', () => {
    const personId = anId(2);
    open({
      ...aHousehold,
      contradictions: [
        { personId, field: 'birthYear', values: ['1987', '1985'] },
        { personId, field: 'phone', values: ['+4790000001', '+4790000002'] },
      ],
    });
    expect(screen.getByText(/Tipsene sier ulike ting: fødselsår 1987 og 1985/)).toBeTruthy();
    expect(screen.getByText(/telefon 900 00 001 og 900 00 002/)).toBeTruthy();
  });

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
