/** While a tip is typed in: whom it may be about. */
export const likely = {
  hits: '{count} mulige treff',
  hit: '1 mulig treff',
  intro:
    'Kanskje har noen tipset om samme person før. Lagre tipset uansett; ingenting slås sammen av at du ser på dem.',
  show: 'Vis {hits}',
  hide: 'Skjul {hits}',
  born: 'f. {year}',
  misses: 'savnes av {municipality}',
  tip: '1 tips',
  tips: '{count} tips',
  why: 'Hvorfor: {reasons}',
  newTab: 'åpnes i ny fane',
  same: 'Det er samme',
  sameAs: 'Det er samme som {name}',
  chosen: 'Når tipset er lagret, blir det slått sammen med tipsene om {name}.',
  takeBack: 'Nei, ta det tilbake',
  whySame: 'Sagt mens tipset ble skrevet inn',
  joining: 'Slår sammen med tipsene om {name} …',
  joined:
    'Det er slått sammen med tipsene om {name}. Du finner svaret under «Dubletter», og kan ta det tilbake der.',
  notJoined: 'Tipset er lagret, men det er ikke slått sammen med tipsene om {name}.',
  'block.suppressed': 'Reservert seg',
  'block.deceased': 'Død',
  'block.protected': 'Vernet',
  'block.erase': 'Skal slettes',
} as const;
