export { followUpWanted, followUpWithdrawn, type FollowUpWish } from './calls.events.js';
export { CallsModule } from './calls.module.js';
export { shownNumber } from './calls.presenter.js';
export { CallsReader } from './calls-reader.js';
export { DivisionsService } from './divisions.service.js';
export { HandOutService } from './hand-out.service.js';
export { type CallHousehold, HouseholdSource } from './household-source.js';
export { ReportingService } from './reporting.service.js';
