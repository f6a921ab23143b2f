/** The settings of a campaign as boxes to write in; hours stand as four boxes, the probability as per cent. */
export const numberSettings = {
  daysFromPostToCall: { min: 0, max: 30 },
  informWithinDays: { min: 1, max: 30 },
  weekdayFrom: { min: 9, max: 21 },
  weekdayTo: { min: 9, max: 21 },
  saturdayFrom: { min: 9, max: 21 },
  saturdayTo: { min: 9, max: 21 },
  maxAttempts: { min: 1, max: 10 },
  leaseMinutes: { min: 5, max: 120 },
  pinnedLeaseMinutes: { min: 10, max: 240 },
  autoMergePercent: { min: 90, max: 99.9 },
} as const;
export type NumberSetting = keyof typeof numberSettings;

export const choiceSettings = ['retrySameEvening', 'callersMayChoose'] as const;
export type ChoiceSetting = (typeof choiceSettings)[number];

/** Settings that are about the same, in the order of the work. */
export const settingGroups = [
  { name: 'card', numbers: ['daysFromPostToCall', 'informWithinDays'], choices: [] },
  { name: 'hours', numbers: ['weekdayFrom', 'weekdayTo', 'saturdayFrom', 'saturdayTo'], choices: [] },
  { name: 'attempts', numbers: ['maxAttempts'], choices: ['retrySameEvening', 'callersMayChoose'] },
  { name: 'hold', numbers: ['leaseMinutes', 'pinnedLeaseMinutes'], choices: [] },
  { name: 'match', numbers: ['autoMergePercent'], choices: [] },
] as const satisfies readonly {
  readonly name: string;
  readonly numbers: readonly NumberSetting[];
  readonly choices: readonly ChoiceSetting[];
}[];
