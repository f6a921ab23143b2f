import type { FollowUpStatus } from '@savner/contract/hosting';

/** What the host still has to do something about. */
const openStatuses = ['new', 'contacted', 'visiting', 'moving'] as const satisfies readonly FollowUpStatus[];

export function isOpen(status: FollowUpStatus): boolean {
  return openStatuses.some((open) => open === status);
}

/** Whether a host has been in touch: what the figures call host contact. */
export function isContacted(status: FollowUpStatus): boolean {
  switch (status) {
    case 'contacted':
    case 'visiting':
    case 'moving':
    case 'moved':
      return true;
    case 'new':
    case 'closed':
      return false;
  }
}

/** Past the day by which the host should have acted. Dates are local, `2026-01-12`. */
export function isOverdue(
  followUp: { readonly status: FollowUpStatus; readonly dueOn: string },
  today: string,
): boolean {
  return isOpen(followUp.status) && followUp.dueOn < today;
}
