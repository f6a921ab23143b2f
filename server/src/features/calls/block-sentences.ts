import type { BlockReason } from '@savner/contract/calls';
import type { OpeningRefusal } from './domain/open-by-hand.js';
import type { UndoRefusal } from './domain/undo-report.js';

/** Said when somebody asks for a household that may not be called now; screens have their own, shorter words. */
export const blockSentences: { readonly [Reason in BlockReason]: string } = {
  no_number: 'Vi har ikke noe telefonnummer til denne husstanden.',
  waiting_for_card:
    'Kortet er ikke framme ennå. Husstanden kan ringes noen virkedager etter at kortet er sendt.',
  cooling_down: 'Husstanden er prøvd nylig. La det gå litt tid før neste forsøk.',
  callback_at: 'Det er avtalt når denne husstanden skal ringes.',
  needs_coordinator: 'Koordinatoren må se på denne husstanden først.',
  held_by: 'En annen ringer har denne husstanden nå.',
  suppressed: 'Denne husstanden skal ikke kontaktes.',
  outside_call_hours: 'Det er utenfor ringetiden nå.',
  not_informed: 'Fristen for å gi beskjed er ute. Koordinatoren må ta stilling til denne husstanden.',
};

/** Said when a leader wants to open a household by hand that is not for that. */
export const openingSentences: { readonly [Refusal in OpeningRefusal]: string } = {
  gets_card:
    'Husstanden har en adresse og skal ha kort først. Den kan ringes noen virkedager etter at kortet er sendt.',
  already_open: 'Husstanden er alt åpnet for ringing.',
  no_number: 'Husstanden har ikke noe telefonnummer å ringe. Koordinatoren kan legge inn et nummer.',
  not_waiting: 'Husstanden venter ikke på et kort, så det er ingenting å åpne.',
  overdue: 'Fristen for å gi beskjed er ute. Koordinatoren må ta stilling til denne husstanden.',
};

/** Said when a report can no longer be taken back. */
export const undoSentences: { readonly [Refusal in UndoRefusal]: string } = {
  not_the_last: 'Rapporten kan ikke angres: bare den siste rapporten din kan tas tilbake.',
  handed_out:
    'Rapporten kan ikke angres lenger: husstanden er delt ut igjen, eller noen har endret den siden.',
  merged:
    'Rapporten kan ikke angres lenger: husstanden er slått sammen med en annen. Si fra til koordinatoren om noe er feil.',
  stopped:
    'Rapporten kan ikke angres: noen har stanset all kontakt med husstanden. Si fra til koordinatoren om noe er feil.',
  gone: 'Rapporten kan ikke angres lenger: husstanden finnes ikke mer.',
};
