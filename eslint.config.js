import eslintPlugin from 'eslint-plugin-eslint-plugin';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/**', '__testfixtures__/**', 'demo/**', 'shared/**', 'coverage/**'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
      'max-lines': ['warn', { max: 300 }],
      'max-lines-per-function': ['warn', { max: 40, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/**/*.ts', 'rules/**/*.ts', 'transforms/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    extends: [tseslint.configs.strictTypeCheckedOnly],
    rules: {
      // AST node types are compared with their names, as everywhere in ESLint rules.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['rules/**/*.ts'],
    extends: [eslintPlugin.configs.recommended],
    // What reports with suggestions stands in rules/shared, where this rule doesn't look; RuleTester holds the same.
    rules: { 'eslint-plugin/require-meta-has-suggestions': 'off' },
  },
  {
    files: ['tests/**/*.ts', 'bench/**/*.ts'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
);
