import type { BlockReason } from '@savner/contract/calls';

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
