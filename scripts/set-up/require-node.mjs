/* Runs before anything else, also on a Node that is too old: plain syntax, no static imports, no `node:`. */
const oldest = [20, 19];
const parts = process.versions.node.split('.').map(Number);
if (parts[0] < oldest[0] || (parts[0] === oldest[0] && parts[1] < oldest[1])) {
  console.error(
    'Node ' + process.versions.node + ' er for gammel; Savner du noen trenger Node 20.19 eller nyere.',
  );
  console.error(
    'Slik retter du det: hent Node 24 LTS fra https://nodejs.org (eller `nvm install 24`), og prøv igjen.',
  );
  process.exit(1);
}
