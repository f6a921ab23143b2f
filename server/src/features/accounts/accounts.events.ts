import { eventKind } from '../../platform/events.js';

/** Told when people are signed out everywhere, disabled, or sign out themselves: what they hold is to be freed. */
export const sessionsEnded = eventKind<{ readonly userIds: readonly string[] }>('accounts.sessions_ended');

/** Told when a person has taken up an invitation and may start working. */
export const userJoined = eventKind<{ readonly userId: string }>('accounts.user_joined');
