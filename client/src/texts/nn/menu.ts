/** The menu of the signed-in app: one name for each page. */
export const menu = {
  start: 'I dag',
  calling: 'Ring',
  team: 'Ringjelaget',
  followUps: 'Oppfølging',
  tips: 'Tips',
  duplicates: 'Dublettar',
  households: 'Husstandar',
  postcards: 'Kort',
  calls: 'Ringing',
  figures: 'Tal',
  campaign: 'Kampanje',
  access: 'Folk',
} as const;
