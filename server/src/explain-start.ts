import { ConfigurationError } from './config/config.js';
import { type SystemError, systemError } from './platform/system-error.js';

/** What went wrong at a start and how to mend it, for the operator. */
export function explainStart(error: unknown): string {
  if (error instanceof ConfigurationError) return error.message;
  const said = systemError(error);
  const explained = said ? (explainDatabase(said) ?? explainListening(error, said.code)) : null;
  if (explained !== null) return explained;
  if (said?.path && ['EACCES', 'EPERM', 'EROFS'].includes(said.code)) {
    return `Filen ${said.path} kan ikke åpnes (${said.code}). Gi brukeren som kjører tjeneren, rett til å lese og skrive den.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function explainDatabase({ code, path }: SystemError): string | null {
  const file = path ?? 'savner.sqlite';
  if (/^SQLITE_(READONLY|CANTOPEN|PERM)/.test(code)) {
    return `Databasen ${file} kan ikke åpnes eller skrives (${code}). Sjekk rettighetene til datamappen, eller velg en annen med DATA_DIR.`;
  }
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) {
    return (
      `Databasen ${file} er ødelagt, eller filen er ingen database (${code}). Flytt den og filene ved siden av den ` +
      '(samme navn med -wal og -shm) et annet sted, og legg tilbake sikkerhetskopien.'
    );
  }
  if (code === 'SQLITE_FULL') return 'Disken er full. Rydd plass, og start på nytt.';
  return null;
}

function explainListening(error: unknown, code: string): string | null {
  const isListening =
    typeof error === 'object' &&
    error !== null &&
    'syscall' in error &&
    ['listen', 'bind', 'getaddrinfo'].includes(String(error.syscall));
  if (!isListening) return null;
  switch (code) {
    case 'EADDRINUSE':
      return 'Porten er opptatt. Velg en annen, for eksempel: PORT=3001 npm start';
    case 'EACCES':
      return 'Porten krever rettigheter du ikke har. Velg en over 1024, for eksempel: PORT=3000 npm start';
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return `Maskinen har ikke adressen i HOST (${code}). Bruk 127.0.0.1 for denne maskinen alene, eller 0.0.0.0 for alle adressene dens.`;
    default:
      return null;
  }
}
