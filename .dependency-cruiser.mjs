/**
 * Which room may know which. This file is the architecture document that cannot go stale: every arrow that is not
 * allowed is a rule here, with the reason. `npm run arrows` first proves on small wrong examples that each rule still
 * bites (scripts/arrows/), then reads the whole tree.
 *
 * Rooms, from the top: entry points → features → platform → config, and the contract below everything.
 */

/** Who may know whom: a feature may use the doors of those on lines above its own. */
export const orderOfKnowledge = [
  ['accounts'],
  ['campaigns'],
  ['tips'],
  ['people'],
  ['postcards'],
  ['calls'],
  ['hosting'],
  ['insight', 'privacy'],
];

const specs = '\\.spec\\.tsx?$';
const serverTests = `${specs}|^server/test/`;
const feature = (names) => `^server/src/features/(${names.join('|')})/`;

const knowledgeRules = orderOfKnowledge.flatMap((names, level) => {
  const above = orderOfKnowledge.slice(level + 1).flat();
  return names.flatMap((name) => {
    const unknown = [...names.filter((other) => other !== name), ...above];
    if (unknown.length === 0) return [];
    return [
      {
        name: `order-of-knowledge-${name}`,
        comment:
          `${name} comes before ${unknown.join(', ')} and must work without them. ` +
          'What they need to learn from it they hear as an event (server/src/platform/events.ts).',
        severity: 'error',
        from: { path: feature([name]), pathNot: specs },
        to: { path: feature(unknown) },
      },
    ];
  });
});

export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Files that need each other are one file, or one of them needs a third. forwardRef is never the answer. ' +
        'Only the types of two entities may point at each other, since tables do.',
      severity: 'error',
      from: { pathNot: '\\.entity\\.ts$' },
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment:
        'A file that nothing uses and that uses nothing is forgotten work; knip finds the larger kind.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '\\.config\\.m?[jt]s$',
          '/style-stub\\.ts$',
          '/set-clock\\.mjs$',
          '^(server|client)/test/setup\\.ts$',
        ],
      },
      to: {},
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that leads nowhere works on one machine at most.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'declared-dependencies',
      comment:
        'A package that is used stands in package.json: what another package happens to bring may be gone tomorrow.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-test-tools-in-the-product',
      comment: 'Packages listed for development are not there where the product runs; their types are.',
      severity: 'error',
      from: { path: '^(contract|server|client)/src/', pathNot: `${specs}|/test/` },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm', 'npm-peer'] },
    },
    {
      name: 'product-knows-no-tests',
      comment: 'Specs, harness and builders look at the product, never the other way.',
      severity: 'error',
      from: { pathNot: `${serverTests}|^client/(test|e2e)/|/test/` },
      to: { path: `${specs}|^server/test/|^client/(test|e2e)/` },
    },

    {
      name: 'contract-knows-only-zod',
      comment: 'What both sides promised depends on neither side, so that either can be replaced.',
      severity: 'error',
      from: { path: '^contract/src/', pathNot: specs },
      to: { pathNot: '^contract/src/|^node_modules/zod/' },
    },
    {
      name: 'server-does-not-know-client',
      comment:
        'The two meet in the contract and over HTTP; the built pages are files to the server, not code.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^client/' },
    },
    {
      name: 'client-does-not-know-server',
      comment: 'A type borrowed from the server is a promise nobody made: put it in the contract.',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^server/' },
    },

    {
      name: 'domain-is-pure',
      comment:
        'The rules of the campaign are plain functions that anybody can read and try without a machine around them: ' +
        'they know the contract and each other, no package, no node:, no Nest. Time, ids, calendar and chance are arguments.',
      severity: 'error',
      from: { path: '^server/src/features/([^/]+)/domain/', pathNot: specs },
      to: { pathNot: ['^contract/src/', '^server/src/features/$1/domain/'] },
    },
    {
      name: 'policies-and-presenters-are-pure',
      comment:
        'Who may do it, and what leaves the house: both must be readable and testable as tables. They may name types, ' +
        'and run only the contract, the domain, the errors and each other.',
      severity: 'error',
      from: { path: '^server/src/features/([^/]+)/.*\\.(policy|presenter)\\.ts$' },
      to: {
        pathNot: [
          '^contract/src/',
          '^server/src/features/$1/domain/',
          '\\.(policy|presenter)\\.ts$',
          '^server/src/platform/(errors|actor)\\.ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'policies-and-presenters-see-no-rows',
      comment:
        'A presenter is a whitelist from domain values to messages; a row would carry along what nobody chose.',
      severity: 'error',
      from: { path: '\\.(policy|presenter)\\.ts$' },
      to: { path: '\\.(repository|entity)\\.ts$' },
    },
    {
      name: 'features-through-the-door',
      comment:
        'What a feature offers others stands in its index.ts; everything behind it may change overnight.',
      severity: 'error',
      from: { path: '^server/src/features/([^/]+)/' },
      to: {
        path: '^server/src/features/[^/]+/',
        pathNot: ['^server/src/features/$1/', '^server/src/features/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'entry-points-use-doors',
      comment: 'Server, worker, command line, demo and scripts are users of the features like any other.',
      severity: 'error',
      from: { pathNot: '^server/src/features/|^server/test/' },
      to: { path: '^server/src/features/[^/]+/', pathNot: '^server/src/features/[^/]+/index\\.ts$' },
    },
    {
      name: 'simulation-plays-over-http',
      comment:
        'The simulation judges the product from outside: it knows the contract and the clock, and what it needs of the ' +
        'rules it says once more by itself. Code it shared with the product would be wrong on both sides at once.',
      severity: 'error',
      from: { path: '^server/src/simulate/', pathNot: specs },
      to: {
        path: '^server/src/',
        pathNot: '^server/src/(simulate/|config/|platform/(clock|dice|ids)\\.ts$)',
      },
    },
    {
      name: 'night-is-judged-by-pure-checks',
      comment:
        'What is held against a night must be tried on small invented ones: journal in, violations out.',
      severity: 'error',
      from: { path: '^server/src/simulate/check/', pathNot: specs },
      to: {
        pathNot: ['^server/src/simulate/check/', '^server/src/simulate/journal\\.ts$', '^contract/src/'],
      },
    },
    ...knowledgeRules,
    {
      name: 'controllers-are-thin',
      comment:
        'A route takes a parsed message, asks a service and presents the answer: no queries, rows, jobs or database.',
      severity: 'error',
      from: { path: '\\.controller\\.ts$' },
      to: { path: '\\.(repository|entity|jobs)\\.ts$|^server/src/platform/(database|jobs)/' },
    },
    {
      name: 'platform-knows-no-feature',
      comment:
        'The platform carries out what features decide; one that knows a feature cannot carry the next.',
      severity: 'error',
      from: { path: '^server/src/(platform|config)/', pathNot: specs },
      to: { path: '^server/src/(features/|migrations/|[^/]+\\.ts$)' },
    },
    {
      name: 'config-stands-alone',
      comment: 'Configuration is read before anything else exists.',
      severity: 'error',
      from: { path: '^server/src/config/', pathNot: specs },
      to: { path: '^server/src/', pathNot: '^server/src/config/' },
    },

    {
      name: 'typeorm-in-repositories-only',
      comment:
        'Every query and every row stays in *.repository.ts and *.entity.ts, so that the database seam ' +
        '(platform/database) can promise what TypeORM alone does not: no write outside its gate.',
      severity: 'error',
      from: {
        path: '^server/src/',
        pathNot: `\\.(repository|entity)\\.ts$|^server/src/(platform/database|migrations)/|${specs}`,
      },
      to: { path: '^node_modules/typeorm/' },
    },
    {
      name: 'nest-typeorm-in-modules-only',
      comment:
        '@nestjs/typeorm is wiring: registering entities belongs in the module, injecting its repositories nowhere.',
      severity: 'error',
      from: { path: '^server/src/', pathNot: `\\.module\\.ts$|^server/src/platform/database/|${specs}` },
      to: { path: '^node_modules/@nestjs/typeorm/' },
    },
    {
      name: 'database-drivers-in-the-seam-only',
      comment:
        'A second connection beside the gate loses rows that were already acknowledged (seen on SQLite). ' +
        'What the product is measured beside goes past the gate, in a database that is thrown away.',
      severity: 'error',
      from: {
        path: '^server/src/',
        pathNot: `^server/src/platform/database/|^server/src/bench/new-tip/raw-connection\\.ts$|${specs}`,
      },
      to: { path: '^node_modules/(@types/)?(better-sqlite3|pg)/' },
    },
    {
      name: 'migrations-stand-still',
      comment:
        'A migration is history: it must do next year what it did today, so it uses no code that lives on.',
      severity: 'error',
      from: { path: '^server/src/migrations/' },
      to: {
        path: '^server/src/',
        pathNot: '^server/src/(migrations/|platform/database/)',
      },
    },
    {
      name: 'bullmq-in-its-adapter-only',
      comment: 'Jobs live in our own table; Redis only wakes a worker, and one file may know that.',
      severity: 'error',
      from: { path: '^server/src/', pathNot: `^server/src/platform/jobs/bullmq/|${specs}` },
      to: { path: '^node_modules/(bullmq|ioredis)/' },
    },
    {
      name: 'adapters-are-named-where-chosen',
      comment:
        'Which adapter runs is one decision in one module; everybody else holds the seam (platform/jobs/jobs.ts). ' +
        'Only a place that is thrown away has to know what the adapter leaves behind.',
      severity: 'error',
      from: {
        path: '^server/src/',
        pathNot: `^server/src/platform/jobs/(bullmq|embedded)/|^server/src/platform/jobs/assemble-jobs\\.ts$|^server/src/bench/thrown-away-place\\.ts$|${specs}`,
      },
      to: { path: '^server/src/platform/jobs/(bullmq|embedded)/' },
    },
    {
      name: 'pdfkit-in-rendering-only',
      comment:
        'Layout is data (boxes in millimetres); only drawing executes it, in a rendering folder of cards or letters. ' +
        'What the engine is measured beside uses pdfkit as its guide does.',
      severity: 'error',
      from: {
        path: '^server/src/',
        pathNot: `^server/src/features/(postcards|hosting)/rendering/|^server/src/bench/postcards/plain-pdfkit\\.ts$|${specs}`,
      },
      to: { path: '^node_modules/(pdfkit|fontkit)/' },
    },

    {
      name: 'client-features-are-islands',
      comment:
        'Features of the client meet in a route and nowhere else, so that a page can be understood from its route.',
      severity: 'error',
      from: { path: '^client/src/features/([^/]+)/' },
      to: { path: '^client/src/features/', pathNot: '^client/src/features/$1/' },
    },
    {
      name: 'client-features-know-no-route',
      comment: 'The flow is routes → features → ui and lib: a feature is told where it stands.',
      severity: 'error',
      from: { path: '^client/src/features/' },
      to: { path: '^client/src/(routes/|[^/]+\\.tsx?$)' },
    },
    {
      name: 'client-ui-knows-no-feature',
      comment: 'Look and feel is the same for all, and knows neither pages nor what they are about.',
      severity: 'error',
      from: { path: '^client/src/ui/' },
      to: { path: '^client/src/(routes|features)/' },
    },
    {
      name: 'client-lib-knows-nobody',
      comment: 'API client, formatting and texts lie at the bottom.',
      severity: 'error',
      from: { path: '^client/src/lib/' },
      to: { path: '^client/src/(routes|features|ui)/' },
    },
    {
      name: 'scripts-need-nothing-installed',
      comment:
        'Scripts that set the house up run before anything is installed. Only the checks may use tools, and nobody there ' +
        'reaches past a door.',
      severity: 'error',
      from: { path: '^scripts/', pathNot: '^scripts/(arrows/|check-arrows)' },
      to: { pathNot: '^scripts/', dependencyTypesNot: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: '(^|/)(node_modules|dist)/' },
    exclude: { path: '(^|/)dist/|\\.css$' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.arrows.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
    builtInModules: { add: [] },
  },
};
