import { bullCarrierContract } from '../../../test/contract-suites/bull-carrier.suite.js';
import { jobsContract } from '../../../test/contract-suites/jobs.suite.js';
import { testMode } from '../../../test/test-database.js';

jobsContract('the embedded loop on SQLite', 'sqlite');
if (testMode === 'postgres') {
  jobsContract('BullMQ on PostgreSQL and Redis', 'postgres');
  bullCarrierContract();
}
