/** The resource «people»: cases to be answered, answers, households, and the values they all speak of. */
export * from './people-decisions.js';
export * from './people-households.js';
export * from './people-likely.js';
export * from './people-matches.js';
export * from './people-ties.js';
export * from './people-values.js';
