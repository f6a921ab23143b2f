import { connect, createServer } from 'node:net';
import { Trouble } from './say.mjs';

/** @throws Trouble when the server would not be able to listen there */
export async function assertPortFree(host, port, command) {
  const code = await tryToListen(host, port);
  if (code === undefined) return;
  if (code === 'EADDRINUSE') {
    throw new Trouble(
      `Porten ${port} er opptatt av et annet program.`,
      'Kjører Savner du noen allerede i et annet vindu? Bruk den, eller stopp den med Ctrl-C.',
      `Eller velg en annen port: \`PORT=${port + 1} npm ${command}\`.`,
    );
  }
  if (code === 'EACCES') {
    throw new Trouble(
      `Porten ${port} krever rettigheter du ikke har.`,
      `Velg en over 1024: \`PORT=3000 npm ${command}\`.`,
    );
  }
  throw new Trouble(
    `Kan ikke lytte på ${host}:${port} (${code}).`,
    'Rett HOST eller PORT, eller la dem stå tomme.',
  );
}

function tryToListen(host, port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

/** Whether something answers there within two seconds. */
export function answers(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2_000 });
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}
