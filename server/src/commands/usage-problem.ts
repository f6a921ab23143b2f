import type { CommanderError } from 'commander';

/** What is wrong with how a command was given, and the remedy; the parser's own words are English. Null where it only helped. */
export function usageProblem({ code, message }: Pick<CommanderError, 'code' | 'message'>): string | null {
  const [, named = ''] = /'([^']*)'/.exec(message) ?? [];
  const [, meant = ''] = /Did you mean (?:one of )?([^?]+)\?/.exec(message) ?? [];
  const hint = meant === '' ? '' : ` Mente du ${meant}?`;
  const help = 'Legg til --help for å se hva som kan oppgis.';
  switch (code) {
    case 'commander.help':
    case 'commander.helpDisplayed':
    case 'commander.version':
      return null;
    case 'commander.unknownCommand':
      return `Kommandoen «${named}» finnes ikke.${hint} ${help}`;
    case 'commander.unknownOption':
      return `Valget ${named} finnes ikke.${hint} ${help}`;
    case 'commander.missingArgument':
      return `«${named}» mangler: Skriv det etter kommandoen. ${help}`;
    case 'commander.optionMissingArgument':
      return `Valget ${named} trenger en verdi etter seg. ${help}`;
    case 'commander.missingMandatoryOptionValue':
      return `Valget ${named} må være med. ${help}`;
    case 'commander.excessArguments':
      return `Det er oppgitt mer enn kommandoen tar. Står en tekst med mellomrom uten anførselstegn? ${help}`;
    case 'commander.invalidArgument':
    case 'commander.conflictingOption':
      return `${named} kan ikke brukes slik. ${help}`;
    default:
      return `Kommandoen ble ikke forstått. ${help}`;
  }
}
