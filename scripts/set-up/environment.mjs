import { existsSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { Trouble } from './say.mjs';

/** Adds what stands in `.env`, when there is one; what is set outside weighs more. */
export function readDotEnv() {
  const file = inRoot('.env');
  if (!existsSync(file)) return;
  try {
    process.loadEnvFile(file);
  } catch (error) {
    throw new Trouble(
      `Filen .env kan ikke leses (${error.code ?? error.message}).`,
      'Se .env.example for hvordan den skal være.',
    );
  }
}

/** Host and port the server will listen on; whether the values make sense is for the server's own check to say. */
export function listenAddress(environment) {
  const port = Number(environment.PORT || 3000);
  return { host: environment.HOST || '127.0.0.1', port: Number.isInteger(port) ? port : 0 };
}
