export { sessionsEnded, userJoined } from './accounts.events.js';
export { AccountsModule } from './accounts.module.js';
export { LinksService } from './links.service.js';
export { UsersService } from './users.service.js';
