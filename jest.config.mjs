/**
 * Two projects: the server and contract run in Node as native ES modules; the client runs in jsdom.
 * The database the HTTP specs use is chosen by TEST_MODE (sqlite | postgres), see server/test/app-harness.ts.
 */
const esm = {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: {
    '^@savner/contract/(.*)$': '<rootDir>/contract/src/$1.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};

const swc = (parser, transform) => [
  '@swc/jest',
  {
    jsc: { target: 'es2023', parser, transform, keepClassNames: true },
    module: { type: 'es6' },
  },
];

export default {
  // Jest leaves a core to itself, which on two cores is half of them; it has next to nothing to do.
  maxWorkers: '100%',
  coverageProvider: 'v8',
  // Far above what any test takes alone: a machine that is busy with other work must not fail one.
  testTimeout: 60_000,
  projects: [
    {
      ...esm,
      displayName: 'server',
      rootDir: '.',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/contract/src/**/*.spec.ts', '<rootDir>/server/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
      moduleNameMapper: {
        // Its ES modules import JSON without an attribute, of which Jest warns a hundred times.
        '^libphonenumber-js/max$': '<rootDir>/node_modules/libphonenumber-js/max/index.cjs',
        ...esm.moduleNameMapper,
      },
      modulePathIgnorePatterns: ['/dist/'],
      setupFiles: ['<rootDir>/server/test/setup.ts'],
      transform: {
        '^.+\\.ts$': swc(
          { syntax: 'typescript', decorators: true },
          { legacyDecorator: true, decoratorMetadata: true },
        ),
      },
    },
    {
      ...esm,
      displayName: 'client',
      rootDir: '.',
      testEnvironment: 'jest-environment-jsdom',
      testMatch: ['<rootDir>/client/src/**/*.spec.ts', '<rootDir>/client/src/**/*.spec.tsx'],
      modulePathIgnorePatterns: ['/dist/'],
      moduleNameMapper: { '\\.css$': '<rootDir>/client/test/style-stub.ts', ...esm.moduleNameMapper },
      setupFiles: ['<rootDir>/client/test/setup.ts'],
      transform: {
        '^.+\\.tsx?$': swc({ syntax: 'typescript', tsx: true }, { react: { runtime: 'automatic' } }),
      },
    },
  ],
};
