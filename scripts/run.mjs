import './set-up/require-node.mjs';

// `node scripts/run.mjs start …`: one file a command in scripts/commands. It is loaded only now, since what follows uses
// syntax that an old Node could not even read.
import('./set-up/say.mjs').then(({ run }) =>
  run(async () => {
    const [command, ...parameters] = process.argv.slice(2);
    const { main } = await import(`./commands/${command}.mjs`);
    return main(parameters);
  }),
);
