import { defineConfig } from 'eslint/config';
import globals from 'globals';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * The house's habits, as far as a linter can see them. Warnings do not exist: a rule is an error or it is not here.
 * Which folder may know which is not this file's business, see .dependency-cruiser.mjs; layout is Prettier's.
 */

const typescriptFiles = ['**/*.{ts,tsx}'];
const testFiles = [
  '**/*.spec.{ts,tsx}',
  'server/test/**/*.ts',
  'client/test/**/*.{ts,tsx}',
  'client/e2e/**/*.ts',
];
const pureFiles = [
  'server/src/features/*/domain/**/*.ts',
  'server/src/features/*/*.policy.ts',
  'server/src/features/*/*.presenter.ts',
];
const launchers = ['server/src/{main,worker,cli,demo}.ts', 'server/src/{cli,demo}/**/*.ts'];

const everywhere = [
  {
    selector: 'TSEnumDeclaration',
    message: 'Use a union of strings; an enum exists twice, as a type and as code.',
  },
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Export by name, so that a thing has one name in the whole tree.',
  },
  {
    selector: "CallExpression[callee.name='forwardRef']",
    message: 'Two modules that need each other are one module, or one of them should tell an event.',
  },
];

const unreadable = {
  selector:
    'ExportNamedDeclaration > FunctionDeclaration > Identifier.params[typeAnnotation.typeAnnotation.type="TSBooleanKeyword"]',
  message:
    'A call that says f(true) tells nobody anything: use a union of strings, an options object or two functions.',
};

/** Objects built from lists lose their keys in the compiler's eyes; everything else has a type already. */
const casts = {
  selector:
    'TSAsExpression:not([typeAnnotation.typeName.name="const"]):not([expression.callee.object.name="Object"])',
  message:
    'Here everything has been parsed already: let the type follow from the values, or narrow with a check.',
};

const surroundings = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time is an argument here: take `now: Date`.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time is an argument here: take `now: Date`.',
  },
  { selector: "CallExpression[callee.name='Date']", message: 'Time is an argument here: take `now: Date`.' },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Chance is an argument here: take a seed or a function.',
  },
  {
    selector: 'AwaitExpression',
    message: 'Rules decide at once; what has to be waited for is fetched before and handed in.',
  },
];

const unfinishedTests = [
  {
    selector:
      'CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name=/^(only|skip|todo|failing)$/]',
    message: 'Every test runs, or is not there.',
  },
  {
    selector: 'CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]',
    message: 'Every test runs, or is not there.',
  },
  {
    selector:
      'CallExpression[callee.object.object.name=/^(it|test|describe)$/][callee.object.property.name=/^(only|skip|todo|failing)$/]',
    message: 'Every test runs, or is not there.',
  },
];

const correctness = {
  'array-callback-return': 'error',
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'for-direction': 'error',
  'max-depth': ['error', 4],
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'no-async-promise-executor': 'error',
  'no-case-declarations': 'error',
  'no-compare-neg-zero': 'error',
  'no-cond-assign': 'error',
  'no-console': 'error',
  'no-constant-condition': ['error', { checkLoops: false }],
  'no-control-regex': 'off',
  'no-debugger': 'error',
  'no-dupe-else-if': 'error',
  'no-duplicate-case': 'error',
  'no-empty': 'error',
  'no-empty-character-class': 'error',
  'no-empty-pattern': 'error',
  'no-eval': 'error',
  'no-ex-assign': 'error',
  'no-fallthrough': 'error',
  'no-global-assign': 'error',
  'no-irregular-whitespace': 'error',
  'no-loss-of-precision': 'error',
  'no-misleading-character-class': 'error',
  'no-new-wrappers': 'error',
  'no-param-reassign': 'error',
  'no-promise-executor-return': 'error',
  'no-prototype-builtins': 'error',
  'no-regex-spaces': 'error',
  'no-self-assign': 'error',
  'no-self-compare': 'error',
  'no-sparse-arrays': 'error',
  'no-template-curly-in-string': 'error',
  'no-unmodified-loop-condition': 'error',
  'no-unreachable': 'error',
  'no-unreachable-loop': 'error',
  'no-unsafe-finally': 'error',
  'no-unsafe-optional-chaining': 'error',
  'no-unused-private-class-members': 'error',
  'no-useless-catch': 'error',
  'no-useless-escape': 'error',
  'no-useless-rename': 'error',
  'no-useless-return': 'error',
  'no-var': 'error',
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'start' }],
  'object-shorthand': 'error',
  'prefer-const': 'error',
  'use-isnan': 'error',
  'valid-typeof': 'error',
};

export default defineConfig(
  {
    ignores: [
      '**/dist/',
      '**/node_modules/',
      '.build/',
      'data/',
      'data-*/',
      'coverage/',
      'screenshots/',
      'templates/',
    ],
  },
  // A comment cannot switch a rule off. A rule that is wrong somewhere is changed here, where everybody sees it.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' } },
  { rules: correctness },

  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: { globals: globals.node, ecmaVersion: 2024 },
    rules: {
      'no-console': 'off',
      'no-undef': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },

  {
    files: typescriptFiles,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['contract/tsconfig.json', 'server/tsconfig.test.json', '{client,client/e2e}/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-confusing-non-null-assertion': 'error',
      '@typescript-eslint/no-deprecated': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-shadow': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Many methods are async because their interface says so; awaiting is judged by no-floating-promises.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: true },
      ],
      'no-shadow': 'off',
      'no-restricted-syntax': ['error', ...everywhere],
    },
  },

  {
    files: ['server/src/**/*.ts'],
    ignores: ['server/src/config/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Only server/src/config reads the environment; take Config.',
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'node:process',
              importNames: ['env'],
              message: 'Only server/src/config reads the environment; take Config.',
            },
            { name: '@nestjs/common', importNames: ['forwardRef'], message: 'Break the circle instead.' },
          ],
        },
      ],
    },
  },
  { files: launchers, rules: { 'no-console': 'off' } },

  {
    files: pureFiles,
    ignores: testFiles,
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, ...surroundings, unreadable, casts],
      'no-restricted-globals': [
        'error',
        ...[
          'process',
          'fetch',
          'setTimeout',
          'setInterval',
          'setImmediate',
          'queueMicrotask',
          'crypto',
          'performance',
          'Buffer',
        ].map((name) => ({
          name,
          message: 'Rules know nothing of the machine they run on; hand the value in.',
        })),
      ],
    },
  },
  {
    files: ['contract/src/**/*.ts'],
    ignores: testFiles,
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...surroundings] },
  },

  {
    files: ['client/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    languageOptions: { globals: globals.browser },
  },

  {
    files: testFiles,
    rules: {
      // expect(object.method) looks at the method and does not call it.
      '@typescript-eslint/unbound-method': 'off',
      // Answers of HTTP specs are `unknown` JSON until the spec looks at them.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      'no-restricted-syntax': ['error', ...everywhere, ...unfinishedTests],
    },
  },
  // Jest puts the stub in the place of every style sheet, and Vite an address in the place of a file: by default export.
  {
    files: ['client/test/style-stub.ts', 'client/src/styles.d.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  // The architecture document that cannot go stale: one rule after the other.
  { files: ['.dependency-cruiser.mjs'], rules: { 'max-lines': 'off' } },
  { files: ['**/*.spec.{ts,tsx}', '**/*.journey.ts'], rules: { 'max-lines': ['error', { max: 500 }] } },
);
