export const cardPage = {
  title: 'Noen savner deg',
  lead: 'Du har fått kort fordi noen i {region} savner deg og har tipset kommunen om deg.',
  whatHeading: 'Hva skjer nå?',
  what: 'Noen fra kommunens ringelag ringer deg en kveld. De forteller hvem som savner deg hvis de har fått lov, og vil gjerne høre hvordan du har det. Du lover ingenting ved å ta telefonen.',
  whoHeading: 'Hvem ringer?',
  who: 'En frivillig på ringelaget, ofte ordføreren selv. Nummeret de ringer fra, står på kortet.',
  stopHeading: 'Vil du ikke bli ringt?',
  stopText:
    'Det er helt greit. Trykk på knappen, så ringer vi ikke, og du hører ikke fra oss igjen i denne kampanjen.',
  stopButton: 'Ikke ring meg',
  moreHeading: 'Vil du noe annet?',
  more: 'Vil du bli ringt på et annet nummer eller til en annen tid, se hva vi har lagret, eller bli slettet? Ta kontakt, så ordner vi det.',
  receiptTitle: 'Vi ringer deg ikke',
  receiptLead: 'Beskjeden er kommet fram. Takk for at du sa fra.',
  receiptText: 'Ombestemmer du deg, er du alltid velkommen til å ta kontakt med kommunen.',
} as const;
