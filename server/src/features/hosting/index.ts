export { FollowUpsService } from './follow-ups.service.js';
export { HostingModule } from './hosting.module.js';
export { HostingReader } from './hosting-reader.js';
