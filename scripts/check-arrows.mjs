import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import config from '../.dependency-cruiser.mjs';
import { cruise } from './arrows/cruise.mjs';
import { proveRules } from './arrows/prove-rules.mjs';

/** Fewer modules than this were never the whole house: then the reading is broken, not the house in order. */
const leastModules = 60;

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = ['contract/src', 'server/src', 'server/test', 'client', 'scripts'].filter((folder) =>
  existsSync(root + folder),
);

const unproven = proveRules();
const { modules, violations } = cruise(root, folders);

for (const problem of unproven) console.error(`error  ${problem}`);
for (const { rule, from, to, comment } of violations) {
  console.error(`error  ${rule}: ${from} → ${to}\n       ${comment}`);
}
if (modules < leastModules)
  console.error(`error  only ${modules} modules were read, expected at least ${leastModules}`);

const failed = unproven.length + violations.length > 0 || modules < leastModules;
console.log(
  `${failed ? 'The arrows are broken' : 'The arrows hold'}: ${config.forbidden.length} rules, each shown to bite; ` +
    `${modules} modules read, ${violations.length} violations.`,
);
process.exit(failed ? 1 : 0);
