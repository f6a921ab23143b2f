import { Accounts1764000001000 } from './1764000001000-accounts.js';
import { Campaigns1764000002000 } from './1764000002000-campaigns.js';
import { Jobs1764000003000 } from './1764000003000-jobs.js';
import { Tips1764000004000 } from './1764000004000-tips.js';
import { People1764000005000 } from './1764000005000-people.js';
import { Postcards1764000006000 } from './1764000006000-postcards.js';
import { Calls1764000007000 } from './1764000007000-calls.js';
import { Hosting1764000008000 } from './1764000008000-hosting.js';

/** In the order they run; a migration that has been released is never changed. */
export const migrations = [
  Accounts1764000001000,
  Campaigns1764000002000,
  Jobs1764000003000,
  Tips1764000004000,
  People1764000005000,
  Postcards1764000006000,
  Calls1764000007000,
  Hosting1764000008000,
] as const;
