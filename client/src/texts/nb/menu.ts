/** The menu of the signed-in app: one name for each page. */
export const menu = {
  start: 'I dag',
  calling: 'Ring',
  team: 'Ringelaget',
  followUps: 'Oppfølging',
  tips: 'Tips',
  duplicates: 'Dubletter',
  households: 'Husstander',
  postcards: 'Kort',
  calls: 'Ringing',
  figures: 'Tall',
  campaign: 'Kampanje',
  access: 'Folk',
} as const;
