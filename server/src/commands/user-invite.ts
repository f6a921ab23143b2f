import { email, personName, role } from '@savner/contract/accounts';
import type { Command } from 'commander';
import { z } from 'zod';
import { LinksService } from '../features/accounts/index.js';
import { isKnownMunicipality } from '../features/campaigns/index.js';
import type { Calendar } from '../platform/calendar.js';
import { CALENDAR } from '../platform/tokens.js';
import { parseOptions } from './parse-options.js';
import type { OpenApp } from './open-app.js';

const options = z
  .object({
    name: personName,
    email: email.nullable().default(null),
    role: z.array(role, 'Gi minst én rolle: --role caller|mayor|host|coordinator|admin').min(1),
    municipality: z
      .string()
      .refine(isKnownMunicipality, 'Ukjent kommunenummer. Tynset er for eksempel 3427.')
      .nullable()
      .default(null),
  })
  .refine(
    (given) =>
      given.municipality !== null || !given.role.some((r) => ['caller', 'mayor', 'host'].includes(r)),
    {
      path: ['municipality'],
      message: 'Ringer, ordfører og vert hører til en kommune: --municipality 3427',
    },
  );

export function registerUserInvite(program: Command, openApp: OpenApp): void {
  program
    .command('invite')
    .description('invite a person and print the one-time link to send')
    .requiredOption('--name <name>', 'the person’s name')
    .option('--email <address>', 'e-mail address (else the person gives it when joining)')
    .option('--role <role...>', 'caller, mayor, host, coordinator, admin; several are possible')
    .option('--municipality <number>', 'four-digit number, for caller, mayor and host')
    .action(async (given: unknown) => {
      const { role: roles, ...person } = parseOptions(options, given);
      const text = await openApp(async (app) => {
        const { url, expiresAt } = await app.get(LinksService).inviteUnchecked({ ...person, roles });
        const { date } = app.get<Calendar>(CALENDAR).toLocal(expiresAt);
        return `${url}\nLenken virker én gang, til ${date}.\n`;
      });
      process.stdout.write(text);
    });
}
