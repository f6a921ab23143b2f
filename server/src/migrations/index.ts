import { Accounts1764000001000 } from './1764000001000-accounts.js';
import { Campaigns1764000002000 } from './1764000002000-campaigns.js';
import { Jobs1764000003000 } from './1764000003000-jobs.js';
import { Tips1764000004000 } from './1764000004000-tips.js';
import { People1764000005000 } from './1764000005000-people.js';
import { Postcards1764000006000 } from './1764000006000-postcards.js';
import { Calls1764000007000 } from './1764000007000-calls.js';
import { Hosting1764000008000 } from './1764000008000-hosting.js';
import { MembershipsByTip1764000009000 } from './1764000009000-memberships-by-tip.js';
import { JoinedPersons1764000010000 } from './1764000010000-joined-persons.js';
import { CrowdedKeys1764000011000 } from './1764000011000-crowded-keys.js';
import { PrintFiles1764000012000 } from './1764000012000-print-files.js';
import { CardImages1764000015000 } from './1764000015000-card-images.js';

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
  MembershipsByTip1764000009000,
  JoinedPersons1764000010000,
  CrowdedKeys1764000011000,
  PrintFiles1764000012000,
  CardImages1764000015000,
] as const;
