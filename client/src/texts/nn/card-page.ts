export const cardPage = {
  title: 'Nokon saknar deg',
  lead: 'Du har fått kort fordi nokon i {region} saknar deg og har tipsa kommunen om deg.',
  whatHeading: 'Kva skjer no?',
  what: 'Nokon frå ringjelaget i kommunen ringjer deg ein kveld. Dei fortel kven som saknar deg om dei har fått lov, og vil gjerne høyre korleis du har det. Du lovar ingenting ved å ta telefonen.',
  whoHeading: 'Kven ringjer?',
  who: 'Ein frivillig på ringjelaget, ofte ordføraren sjølv. Nummeret dei ringjer frå, står på kortet.',
  stopHeading: 'Vil du ikkje bli ringt?',
  stopText:
    'Det er heilt greitt. Trykk på knappen, så ringjer vi ikkje, og du høyrer ikkje frå oss igjen i denne kampanjen.',
  stopButton: 'Ikkje ring meg',
  moreHeading: 'Vil du noko anna?',
  more: 'Vil du bli ringt på eit anna nummer eller ei anna tid, sjå kva vi har lagra, eller bli sletta? Ta kontakt, så ordnar vi det.',
  receiptTitle: 'Vi ringjer deg ikkje',
  receiptLead: 'Beskjeden er kome fram. Takk for at du sa frå.',
  receiptText: 'Ombestemmer du deg, er du alltid velkomen til å ta kontakt med kommunen.',
} as const;
