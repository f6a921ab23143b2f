/** The journeys: `npm run e2e`. They use the built server, so nothing of it is loaded or replaced here. */
export default {
  rootDir: '../..',
  displayName: 'journeys',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/client/e2e/**/*.journey.ts'],
  testTimeout: 120_000,
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
};
