import type { RequestOf } from '@savner/contract/endpoint';
import type { decideMatch } from '@savner/contract/people';
import { KeptList } from '../../lib/kept-list.js';

/** An answer on its way: kept on the device until the server has said that it is stored. Ids, and the reason written. */
export interface UnsentAnswer {
  /** Made once; the same answer sent twice with it is one answer. */
  readonly key: string;
  /** Its case is not asked again while it is under way. */
  readonly caseKey: string;
  readonly request: RequestOf<typeof decideMatch>;
  /** Once tried, the server may have it although it never said so. */
  readonly isTried: boolean;
}

/** The answers of each person that have not reached the server, oldest first. */
export const answerOutbox = new KeptList<UnsentAnswer>('unsent-answers');
