import type { HouseholdDetail, SourcedValue } from '@savner/contract/people';
import { anId, sampleMoment } from './samples.js';

const fromTip = { origin: 'tip', tipId: anId(5), by: null, at: sampleMoment } as const;

export function aValue(text: string, changes: Partial<SourcedValue> = {}): SourcedValue {
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

export const aHousehold: HouseholdDetail = {
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
      names: [{ ...aValue('Cathrine Nordmo', { preferred: true }), given: 'Cathrine', surname: 'Nordmo' }],
      birthYears: [
        aValue('1987', {
          preferred: true,
          chosen: { origin: 'coordinator', by: 'Kaia Prøvestad', at: sampleMoment },
        }),
        aValue('1985', { automatic: true }),
      ],
    },
  ],
  othersInHousehold: [],
  values: {
    names: [],
    namesOnCard: [],
    municipalities: [aValue('3427', { preferred: true }), aValue('5025')],
    phones: [
      aValue('+4790000001', { preferred: true, state: 'ok' }),
      aValue('+4790000002', { state: 'dead', sources: [{ ...fromTip, by: 'Siri Prøvestad' }] }),
    ],
    emails: [],
    addresses: [],
  },
  contradictions: [],
  missers: [],
  retiredAt: null,
  mergedInto: null,
};
