import { existsSync } from 'node:fs';
import tseslint from 'typescript-eslint';

const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only src/modules/settings reads the environment; take a setting as a value.',
};
const time = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Only src/modules/shared/clock.ts reads the time; take `now` as a value.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Only src/modules/shared/clock.ts reads the time; take `now` as a value.',
  },
  {
    selector: "MemberExpression[object.name='Temporal'][property.name='Now']",
    message: 'Only src/modules/shared/clock.ts reads the time; take `today` as a value.',
  },
];
const randomness = {
  selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
  message: 'The form engine gives the same answer twice: no randomness.',
};

const tests = ['**/*.spec.ts', 'test/**'];

export default tseslint.config(
  { ignores: ['dist/', 'web/dist/', 'coverage/', 'data/', '**/*.cjs'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
    },
  },
  {
    // Only these rules ask the type checker: a promise that nobody awaits and a case that nobody wrote lose work.
    files: ['src/**/*.ts', 'test/**/*.ts', 'web/**/*.{ts,tsx}'],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.check.json', 'web/tsconfig.json'].filter((file) => existsSync(file)),
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: tests,
    rules: { 'no-restricted-syntax': ['error', environment, ...time], 'no-console': 'error' },
  },
  { files: ['src/modules/settings/**'], rules: { 'no-restricted-syntax': ['error', ...time] } },
  { files: ['src/modules/shared/clock.ts'], rules: { 'no-restricted-syntax': ['error', environment] } },
  {
    files: ['src/forms/**/*.ts'],
    ignores: tests,
    rules: { 'no-restricted-syntax': ['error', environment, ...time, randomness] },
  },
  // What these print is what they are for.
  { files: ['src/cli/**', 'src/main.ts'], rules: { 'no-console': 'off', 'no-restricted-syntax': ['error', ...time] } },
);
