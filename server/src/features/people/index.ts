export { PeopleForgetting } from './forgetting.js';
export { HouseholdFacts, type FactSource } from './household-facts.js';
export type { HouseholdFact } from './domain/households/household-fact.js';
export type { Household } from './domain/households/household.js';
export { HouseholdsReader } from './households-reader.js';
export { MatchJobs } from './match-jobs.js';
export { householdsChanged, type HouseholdsChanged } from './people.events.js';
export { PeopleModule } from './people.module.js';
export { matchFile, type MatchedFile } from './match-file/match-file.js';
