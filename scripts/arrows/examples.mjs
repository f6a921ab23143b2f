/**
 * One wrong import for every rule of .dependency-cruiser.mjs, and a few right ones that no rule may touch.
 * `from` imports `to`: a path is a file of the house, anything else a package.
 */
const server = 'server/src';
const features = `${server}/features`;

export const wrong = [
  { rule: 'no-cycles', from: `${features}/tips/egg.ts`, to: `${features}/tips/hen.ts` },
  {
    rule: 'simulation-plays-over-http',
    from: `${server}/simulate/insider.ts`,
    to: `${features}/calls/index.ts`,
  },
  {
    rule: 'night-is-judged-by-pure-checks',
    from: `${server}/simulate/check/meddler.ts`,
    to: `${server}/simulate/line.ts`,
  },
  { rule: 'no-orphans', from: `${features}/tips/forgotten.ts` },
  { rule: 'no-unresolvable', from: `${features}/tips/astray.ts`, to: './nowhere.js' },
  { rule: 'declared-dependencies', from: `${features}/tips/borrower.ts`, to: 'undeclared' },
  { rule: 'no-test-tools-in-the-product', from: `${features}/tips/tester.ts`, to: 'fast-check' },
  { rule: 'product-knows-no-tests', from: `${features}/tips/harnessed.ts`, to: 'server/test/app-harness.ts' },
  { rule: 'product-knows-no-tests', from: `${features}/tips/spied.ts`, to: `${features}/tips/some.spec.ts` },

  { rule: 'contract-knows-only-zod', from: 'contract/src/tips.ts', to: 'luxon' },
  { rule: 'contract-knows-only-zod', from: 'contract/src/rules/phone.ts', to: `${server}/platform/ids.ts` },
  { rule: 'server-does-not-know-client', from: `${server}/pages.ts`, to: 'client/src/lib/texts.ts' },
  { rule: 'client-does-not-know-server', from: 'client/src/lib/thief.ts', to: `${server}/platform/ids.ts` },

  { rule: 'domain-is-pure', from: `${features}/calls/domain/reader.ts`, to: 'node:fs' },
  { rule: 'domain-is-pure', from: `${features}/calls/domain/zoned.ts`, to: 'luxon' },
  { rule: 'domain-is-pure', from: `${features}/calls/domain/clocked.ts`, to: `${server}/platform/clock.ts` },
  { rule: 'domain-is-pure', from: `${features}/calls/domain/neighbour.ts`, to: `${features}/tips/index.ts` },
  {
    rule: 'domain-is-pure',
    from: `${features}/calls/domain/upwards.ts`,
    to: `${features}/calls/calls.service.ts`,
  },
  {
    rule: 'policies-and-presenters-are-pure',
    from: `${features}/calls/calls.policy.ts`,
    to: `${features}/calls/calls.service.ts`,
  },
  { rule: 'policies-and-presenters-are-pure', from: `${features}/calls/calls.presenter.ts`, to: 'luxon' },
  {
    rule: 'policies-and-presenters-see-no-rows',
    from: `${features}/calls/row.presenter.ts`,
    to: `${features}/calls/call.entity.ts`,
    typeOnly: true,
  },
  {
    rule: 'features-through-the-door',
    from: `${features}/calls/burglar.ts`,
    to: `${features}/people/people.repository.ts`,
  },
  { rule: 'entry-points-use-doors', from: `${server}/cli.ts`, to: `${features}/tips/import-tips.ts` },
  {
    rule: 'entry-points-use-doors',
    from: `${server}/platform/http/nosy.ts`,
    to: `${features}/tips/import-tips.ts`,
  },
  {
    rule: 'order-of-knowledge-accounts',
    from: `${features}/accounts/eager.ts`,
    to: `${features}/campaigns/index.ts`,
  },
  {
    rule: 'order-of-knowledge-campaigns',
    from: `${features}/campaigns/eager.ts`,
    to: `${features}/tips/index.ts`,
  },
  { rule: 'order-of-knowledge-tips', from: `${features}/tips/eager.ts`, to: `${features}/people/index.ts` },
  {
    rule: 'order-of-knowledge-people',
    from: `${features}/people/eager.ts`,
    to: `${features}/postcards/index.ts`,
  },
  {
    rule: 'order-of-knowledge-postcards',
    from: `${features}/postcards/eager.ts`,
    to: `${features}/calls/index.ts`,
  },
  {
    rule: 'order-of-knowledge-calls',
    from: `${features}/calls/eager.ts`,
    to: `${features}/hosting/index.ts`,
  },
  {
    rule: 'order-of-knowledge-hosting',
    from: `${features}/hosting/eager.ts`,
    to: `${features}/insight/index.ts`,
  },
  {
    rule: 'order-of-knowledge-insight',
    from: `${features}/insight/eager.ts`,
    to: `${features}/privacy/index.ts`,
  },
  {
    rule: 'order-of-knowledge-privacy',
    from: `${features}/privacy/eager.ts`,
    to: `${features}/insight/index.ts`,
  },
  {
    rule: 'controllers-are-thin',
    from: `${features}/calls/calls.controller.ts`,
    to: `${features}/calls/calls.repository.ts`,
  },
  {
    rule: 'controllers-are-thin',
    from: `${features}/calls/jobs.controller.ts`,
    to: `${server}/platform/jobs/jobs.ts`,
  },
  {
    rule: 'platform-knows-no-feature',
    from: `${server}/platform/http/curious.ts`,
    to: `${features}/tips/index.ts`,
  },
  { rule: 'config-stands-alone', from: `${server}/config/needy.ts`, to: `${server}/platform/ids.ts` },

  { rule: 'typeorm-in-repositories-only', from: `${features}/calls/record-outcome.ts`, to: 'typeorm' },
  {
    rule: 'nest-typeorm-in-modules-only',
    from: `${features}/calls/injecting.service.ts`,
    to: '@nestjs/typeorm',
  },
  {
    rule: 'database-drivers-in-the-seam-only',
    from: `${features}/calls/direct.repository.ts`,
    to: 'better-sqlite3',
  },
  { rule: 'database-drivers-in-the-seam-only', from: `${server}/platform/jobs/direct.ts`, to: 'pg' },
  {
    rule: 'migrations-stand-still',
    from: `${server}/migrations/1-calls.ts`,
    to: `${server}/platform/ids.ts`,
  },
  { rule: 'bullmq-in-its-adapter-only', from: `${server}/platform/jobs/embedded/mixed.ts`, to: 'bullmq' },
  { rule: 'bullmq-in-its-adapter-only', from: `${features}/postcards/impatient.ts`, to: 'ioredis' },
  {
    rule: 'adapters-are-named-where-chosen',
    from: `${features}/postcards/knowing.ts`,
    to: `${server}/platform/jobs/bullmq/bullmq-jobs.ts`,
  },
  { rule: 'pdfkit-in-rendering-only', from: `${features}/postcards/print-batch.ts`, to: 'pdfkit' },

  {
    rule: 'client-features-are-islands',
    from: 'client/src/features/calling/bridge.ts',
    to: 'client/src/features/team/team.ts',
  },
  {
    rule: 'client-features-know-no-route',
    from: 'client/src/features/calling/guide.ts',
    to: 'client/src/routes/call-page.ts',
  },
  {
    rule: 'client-ui-knows-no-feature',
    from: 'client/src/ui/clever-button.ts',
    to: 'client/src/features/team/team.ts',
  },
  { rule: 'client-lib-knows-nobody', from: 'client/src/lib/dressed.ts', to: 'client/src/ui/button.ts' },
  { rule: 'scripts-need-nothing-installed', from: 'scripts/set-up/comfortable.mjs', to: 'luxon' },
];

export const right = [
  // Closes the circle that the first wrong example opens; the circle is reported once, where it starts.
  { from: `${features}/tips/hen.ts`, to: `${features}/tips/egg.ts` },
  { from: 'contract/src/pages.ts', to: 'zod' },
  { from: `${features}/calls/domain/after-report.ts`, to: 'contract/src/pages.ts' },
  { from: `${features}/calls/domain/hand-out.ts`, to: `${features}/calls/domain/after-report.ts` },
  { from: `${features}/calls/board.presenter.ts`, to: `${features}/calls/domain/after-report.ts` },
  { from: `${features}/calls/board.policy.ts`, to: `${features}/accounts/index.ts`, typeOnly: true },
  { from: `${features}/calls/claim-call.ts`, to: `${features}/people/index.ts` },
  { from: `${features}/calls/claim.repository.ts`, to: 'typeorm' },
  { from: `${features}/calls/lease.entity.ts`, to: 'typeorm' },
  { from: `${features}/calls/calls.module.ts`, to: '@nestjs/typeorm' },
  { from: `${server}/platform/database/write-source.ts`, to: 'better-sqlite3' },
  { from: `${server}/platform/jobs/bullmq/bullmq-worker.ts`, to: 'bullmq' },
  { from: `${server}/platform/jobs/assemble-jobs.ts`, to: `${server}/platform/jobs/bullmq/bullmq-jobs.ts` },
  { from: `${features}/postcards/rendering/draw.ts`, to: 'pdfkit' },
  { from: `${server}/app.module.ts`, to: `${features}/calls/index.ts` },
  { from: 'client/src/routes/team-page.ts', to: 'client/src/features/team/board.ts' },
  { from: 'client/src/features/team/board.ts', to: 'client/src/ui/card.ts' },
  { from: 'client/src/ui/card.ts', to: 'client/src/lib/format.ts' },
];
