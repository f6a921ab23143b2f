/** What it means that so many tips share something that not all of them were compared; nothing where there are none. */
export function crowdedLines(tips: number): string[] {
  if (tips === 0) return [];
  return [
    `Mange deler det samme: ${tips} tips har en telefon, en e-post eller et navn (med sted, år eller kommune) felles med over 150 tips.`,
    'De er sammenlignet med 20 av dem, ikke med alle. Se etter om noen av dem står oppført to ganger.',
  ];
}
