/** The resource «people»: pairs to be answered, households, and the values both speak of. */
export * from './people-households.js';
export * from './people-likely.js';
export * from './people-matches.js';
export * from './people-values.js';
