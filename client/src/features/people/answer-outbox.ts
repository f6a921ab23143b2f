import type { RequestOf } from '@savner/contract/endpoint';
import type { decideMatch } from '@savner/contract/people';

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

/** The answers of this person that have not reached the server, oldest first. */
export function readAnswers(owner: string): readonly UnsentAnswer[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameFor(owner)) ?? '[]');
    return Array.isArray(kept) ? (kept as UnsentAnswer[]) : [];
  } catch {
    return [];
  }
}

export function writeAnswers(owner: string, answers: readonly UnsentAnswer[]): void {
  if (answers.length === 0) localStorage.removeItem(nameFor(owner));
  else localStorage.setItem(nameFor(owner), JSON.stringify(answers));
}

function nameFor(owner: string): string {
  return `unsent-answers ${owner}`;
}
