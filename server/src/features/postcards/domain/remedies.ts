import type { LeftOutReason } from './batch-plan.js';

/** What is wrong and what to do about it, in the words the coordinator reads. */
export function remedyFor(reason: LeftOutReason, letters: string): string {
  switch (reason) {
    case 'blocked':
      return 'Husstanden er stoppet og skal ikke ha kort.';
    case 'wrong_person':
      return 'En ringer har sagt at dette er feil person. Finn ut hvem tipset gjelder.';
    case 'possible_duplicate':
      return 'Kan være den samme som en annen. Svar på paret i dublettlisten først.';
    case 'no_name':
      return 'Navnet mangler. Skriv navnet slik det skal stå på kortet.';
    case 'no_address':
      return 'Adressen mangler. Finn den, eller åpne husstanden for ringing uten kort.';
    case 'incomplete_address':
      return 'Adressen er ikke hel. Fyll ut gate eller postboks og postnummer.';
    case 'unknown_postcode':
      return 'Postnummeret finnes ikke. Sjekk det mot poststedet.';
    case 'service_postcode':
      return 'Postnummeret er et servicepostnummer og tar ikke imot kort. Finn en annen adresse.';
    case 'address_does_not_fit':
      return 'Navnet eller adressen er for lang for adressefeltet. Kort den ned.';
    case 'missing_glyph':
      return `Vi har ingen skrift med tegnet ${letters}. Skriv navnet med bokstaver vi kan trykke.`;
    case 'already_in_batch':
      return 'Kortet er med i et parti som ikke er postet ennå.';
    case 'already_posted':
      return 'Kortet er allerede postet.';
  }
}
