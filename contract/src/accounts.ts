import { z } from 'zod';
import { done, id, instant, municipalityNumber } from './common.js';
import { endpoint } from './endpoint.js';

export const roles = ['caller', 'mayor', 'host', 'coordinator', 'admin'] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

/** Roles that belong to one municipality; the others see the whole region. */
export const municipalRoles = ['caller', 'mayor', 'host'] as const satisfies readonly Role[];

export const personName = z.string().trim().min(1, 'Skriv navnet.').max(120, 'Navnet kan ha høyst 120 tegn.');
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email('Skriv en e-postadresse, for eksempel kari@example.no.').max(254));
export const password = z
  .string()
  .min(12, 'Passordet må ha minst 12 tegn. Tre-fire tilfeldige ord er fint.')
  .max(128, 'Passordet kan ha høyst 128 tegn.');

export const sessionUser = z.object({
  id,
  name: z.string(),
  email: z.string().nullable(),
  roles: z.array(role),
  municipality: municipalityNumber.nullable(),
});
export type SessionUser = z.infer<typeof sessionUser>;

export const session = z.object({
  user: sessionUser.nullable(),
  /** The server's time; the demo lives in a time of its own, so screens reckon from this and not from the device. */
  now: instant,
  isDemo: z.boolean(),
});
export type Session = z.infer<typeof session>;

export const getSession = endpoint({
  method: 'GET',
  path: '/api/session',
  summary: 'Who is signed in; `user` is null when nobody is',
  response: session,
});

export const signIn = endpoint({
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in with e-mail and password',
  body: z.object({ email, password: z.string().min(1, 'Skriv passordet.').max(128) }),
  response: session,
  refusals: ['wrong_credentials', 'too_many_requests'],
});

export const signOut = endpoint({
  method: 'DELETE',
  path: '/api/session',
  summary: 'Sign out; frees every household the caller holds',
  response: done,
});

export const linkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'Lenken er ikke hel. Kopier hele lenken.');

/** What a one-time link is for: `password` when the person must choose one, `sign_in` when one tap is enough. */
export const linkPreview = z.object({
  purpose: z.enum(['first_admin', 'invitation', 'sign_in']),
  name: z.string().nullable(),
  email: z.string().nullable(),
  roles: z.array(role),
  municipality: municipalityNumber.nullable(),
  expiresAt: instant,
});
export type LinkPreview = z.infer<typeof linkPreview>;

export const readLink = endpoint({
  method: 'POST',
  path: '/api/links/read',
  summary: 'What a one-time link will do; changes nothing',
  body: z.object({ token: linkToken }),
  response: linkPreview,
  refusals: ['link_used_or_expired', 'too_many_requests'],
});

export const useLink = endpoint({
  method: 'POST',
  path: '/api/links/use',
  summary: 'Use a one-time link: joins (name, e-mail and password for those who have none) and signs in',
  body: z.object({
    token: linkToken,
    name: personName.optional(),
    email: email.optional(),
    password: password.optional(),
  }),
  response: session,
  refusals: ['link_used_or_expired', 'conflict', 'too_many_requests'],
});

export const user = z.object({
  id,
  name: z.string(),
  email: z.string().nullable(),
  roles: z.array(role),
  municipality: municipalityNumber.nullable(),
  state: z.enum(['invited', 'active', 'disabled']),
  lastSeenAt: instant.nullable(),
});
export type User = z.infer<typeof user>;

export const listUsers = endpoint({
  method: 'GET',
  path: '/api/users',
  summary: 'People with access; a mayor sees those of the own municipality',
  query: z.object({ municipality: municipalityNumber.optional() }),
  response: z.object({ users: z.array(user) }),
});

export const oneTimeLink = z.object({ userId: id, url: z.string(), expiresAt: instant });
export type OneTimeLink = z.infer<typeof oneTimeLink>;

export const inviteUser = endpoint({
  method: 'POST',
  path: '/api/users',
  summary: 'Invite a person; answers with the one-time link to send, shown this once',
  body: z
    .object({
      name: personName,
      email: email.nullable().default(null),
      roles: z.array(role).min(1, 'Velg minst én rolle.'),
      municipality: municipalityNumber.nullable().default(null),
    })
    .refine((body) => !body.roles.some(isMunicipal) || body.municipality !== null, {
      path: ['municipality'],
      message: 'Velg kommunen personen hører til.',
    }),
  response: oneTimeLink,
  status: 201,
  refusals: ['conflict'],
});

export const makeSignInLink = endpoint({
  method: 'POST',
  path: '/api/users/:userId/sign-in-link',
  summary: 'A new one-time sign-in link for a person who lost theirs',
  params: z.object({ userId: id }),
  response: oneTimeLink,
  status: 201,
});

export const disableUser = endpoint({
  method: 'POST',
  path: '/api/users/:userId/disable',
  summary: 'End the person’s access, all sessions and all held households at once',
  params: z.object({ userId: id }),
  response: done,
});

export const endSessions = endpoint({
  method: 'POST',
  path: '/api/users/:userId/end-sessions',
  summary: 'Sign a person out everywhere (lost phone); held households are freed',
  params: z.object({ userId: id }),
  response: done,
});

function isMunicipal(candidate: Role): boolean {
  return municipalRoles.some((municipal) => municipal === candidate);
}
