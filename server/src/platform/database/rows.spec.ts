import { rowsContract } from '../../../test/contract-suites/rows.suite.js';
import { testMode } from '../../../test/test-database.js';

rowsContract('sqlite');
if (testMode === 'postgres') rowsContract('postgres');
