import { KeptList } from '../../lib/kept-list.js';

/** The cases each person has put off, by their keys: kept on the device until they are answered. */
export const putOffCases = new KeptList<string>('put-off-cases');
