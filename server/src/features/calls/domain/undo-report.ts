import type { CallCase, OwnShare } from './call-case.js';

/** Why a report cannot be taken back. */
export type UndoRefusal = 'not_the_last' | 'handed_out' | 'merged' | 'stopped' | 'gone';

interface UndoneReport {
  readonly isSuperseded: boolean;
  readonly undoneAt: Date | null;
  readonly turnAfter: number;
  readonly undo: { readonly own: Pick<OwnShare, 'members'> | null } | null;
}

/** A report is taken back as long as nothing has come after it: no hand-out, no merge, no other report. */
export function whyNotUndo(report: UndoneReport, callCase: CallCase): UndoRefusal | null {
  if (report.undoneAt !== null || report.isSuperseded) return 'not_the_last';
  if (callCase.standing === 'gone') return 'merged';
  if (callCase.turn === report.turnAfter) return null;
  const livedIn = (own: Pick<OwnShare, 'members'> | null) =>
    own?.members.map((each) => each.householdId) ?? [];
  const before = livedIn(report.undo?.own ?? null).join();
  return before === livedIn(callCase.own).join() ? 'handed_out' : 'merged';
}
