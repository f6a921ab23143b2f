/** While a tip is typed in: whom it may be about. */
export const likely = {
  hits: '{count} moglege treff',
  hit: '1 mogleg treff',
  intro:
    'Kanskje har nokon tipsa om same person før. Lagre tipset uansett; ingenting blir slått saman av at du ser på dei.',
  show: 'Vis {hits}',
  hide: 'Gøym {hits}',
  born: 'f. {year}',
  misses: 'sakna av {municipality}',
  tip: '1 tips',
  tips: '{count} tips',
  why: 'Kvifor: {reasons}',
  newTab: 'opnar i ny fane',
  same: 'Det er same',
  sameAs: 'Det er same som {name}',
  chosen: 'Når tipset er lagra, blir det slått saman med tipsa om {name}.',
  takeBack: 'Nei, ta det tilbake',
  whySame: 'Sagt medan tipset vart skrive inn',
  joining: 'Slår saman med tipsa om {name} …',
  joined:
    'Det er slått saman med tipsa om {name}. Du finn svaret under «Dublettar», og kan ta det tilbake der.',
  notJoined: 'Tipset er lagra, men det er ikkje slått saman med tipsa om {name}.',
  'block.suppressed': 'Reservert seg',
  'block.deceased': 'Død',
  'block.protected': 'Verna',
  'block.erase': 'Skal slettast',
} as const;
