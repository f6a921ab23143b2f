/** The menu of the signed-in app: one name for each page. */
export const menu = {
  start: 'I dag',
  calling: 'Ring',
  team: 'Ringelaget',
  followUps: 'Oppfølging',
} as const;
