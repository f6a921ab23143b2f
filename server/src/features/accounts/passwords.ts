import { hash, verify } from '@node-rs/argon2';

/** Argon2id with the library's defaults of 19 MiB, two passes, one lane (OWASP's first recommendation). */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), options);
}

/**
 * Whether `password` belongs to `stored`. Takes as long when there is no such account,
 * so that the time tells nobody which addresses are known.
 */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const against = stored ?? (await decoy());
  const matches = await verify(against, password.normalize('NFC'));
  return matches && stored !== null;
}

let decoyHash: Promise<string> | null = null;

async function decoy(): Promise<string> {
  decoyHash ??= hashPassword('no account has this password');
  return decoyHash;
}
