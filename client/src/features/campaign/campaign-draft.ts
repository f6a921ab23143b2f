import {
  campaignSettings,
  type Campaign,
  type CampaignSettings,
  type Municipality,
} from '@savner/contract/campaigns';
import type { ChoiceSetting, NumberSetting } from './setting-fields.js';

/** What the form for a campaign holds: everything as text, so that nothing half written is lost. */
export interface CampaignDraft {
  readonly name: string;
  readonly region: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly contactPhone: string;
  readonly municipalities: readonly MunicipalityDraft[];
  readonly numbers: Readonly<Record<NumberSetting, string>>;
  readonly choices: Readonly<Record<ChoiceSetting, boolean>>;
}

/** Every municipality of the register has its line, chosen or not, so that unticking loses nothing. */
export interface MunicipalityDraft {
  readonly number: string;
  readonly name: string;
  readonly isChosen: boolean;
  readonly mayorName: string;
  readonly callingFrom: string;
  /** Empty where the card's own words stand. */
  readonly wordsNb: string;
  readonly wordsNn: string;
}

/** The fields that are plain text. */
export const textFields = [
  'name',
  'region',
  'startsOn',
  'endsOn',
  'contactName',
  'contactEmail',
  'contactPhone',
] as const;
export type TextField = (typeof textFields)[number];

/** A campaign nobody has written anything about yet: all municipalities, and the settings' defaults. */
export function emptyDraft(register: readonly Municipality[]): CampaignDraft {
  return {
    name: '',
    region: '',
    startsOn: '',
    endsOn: '',
    contactName: '',
    contactEmail: '',
    contactPhone: '',
    municipalities: register.map(({ number, name }) => ({
      number,
      name,
      isChosen: true,
      mayorName: '',
      callingFrom: '',
      wordsNb: '',
      wordsNn: '',
    })),
    ...settingsDraft(campaignSettings.parse({})),
  };
}

export function draftOf(campaign: Campaign, register: readonly Municipality[]): CampaignDraft {
  const { name, region, startsOn, endsOn, contact } = campaign;
  return {
    name,
    region,
    startsOn,
    endsOn,
    contactName: contact.name,
    contactEmail: contact.email,
    contactPhone: contact.phone,
    municipalities: register.map((municipality) => {
      const taking = campaign.municipalities.find(({ number }) => number === municipality.number);
      return {
        number: municipality.number,
        name: municipality.name,
        isChosen: taking !== undefined,
        mayorName: taking?.mayorName ?? '',
        callingFrom: taking?.callingFrom ?? '',
        wordsNb: taking?.ownWords.nb ?? '',
        wordsNn: taking?.ownWords.nn ?? '',
      };
    }),
    ...settingsDraft(campaign.settings),
  };
}

/** The message to the server; the draft must have passed `problemsIn`. */
export function requestOf(draft: CampaignDraft) {
  const { name, region, startsOn, endsOn, numbers, choices } = draft;
  const number = (field: NumberSetting) => readNumber(numbers[field]);
  const settings: CampaignSettings = {
    daysFromPostToCall: number('daysFromPostToCall'),
    informWithinDays: number('informWithinDays'),
    leaseMinutes: number('leaseMinutes'),
    pinnedLeaseMinutes: number('pinnedLeaseMinutes'),
    maxAttempts: number('maxAttempts'),
    autoMergeProbability: number('autoMergePercent') / 100,
    weekdayCallHours: [number('weekdayFrom'), number('weekdayTo')],
    saturdayCallHours: [number('saturdayFrom'), number('saturdayTo')],
    ...choices,
  };
  return {
    name,
    region,
    startsOn,
    endsOn,
    settings,
    municipalities: chosenIn(draft).map(({ number: key, mayorName, callingFrom, wordsNb, wordsNn }) => ({
      number: key,
      mayorName: writtenOrNull(mayorName),
      callingFrom: writtenOrNull(callingFrom),
      ownWords: { nb: writtenOrNull(wordsNb), nn: writtenOrNull(wordsNn) },
    })),
    contact: { name: draft.contactName, email: draft.contactEmail, phone: draft.contactPhone },
  };
}

function writtenOrNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}

export function chosenIn(draft: CampaignDraft): MunicipalityDraft[] {
  return draft.municipalities.filter(({ isChosen }) => isChosen);
}

/** «97,5» or «97.5» → 97.5; NaN when it is no number. */
export function readNumber(text: string): number {
  const written = text.trim().replace(',', '.');
  return written === '' ? Number.NaN : Number(written);
}

function settingsDraft(settings: CampaignSettings): Pick<CampaignDraft, 'numbers' | 'choices'> {
  const { weekdayCallHours, saturdayCallHours, autoMergeProbability } = settings;
  const { retrySameEvening, callersMayChoose } = settings;
  return {
    numbers: {
      daysFromPostToCall: String(settings.daysFromPostToCall),
      informWithinDays: String(settings.informWithinDays),
      weekdayFrom: String(weekdayCallHours[0]),
      weekdayTo: String(weekdayCallHours[1]),
      saturdayFrom: String(saturdayCallHours[0]),
      saturdayTo: String(saturdayCallHours[1]),
      maxAttempts: String(settings.maxAttempts),
      leaseMinutes: String(settings.leaseMinutes),
      pinnedLeaseMinutes: String(settings.pinnedLeaseMinutes),
      autoMergePercent: String(Math.round(autoMergeProbability * 1000) / 10).replace('.', ','),
    },
    choices: { retrySameEvening, callersMayChoose },
  };
}
