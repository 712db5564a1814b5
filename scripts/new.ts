/** `npm run new -- <rule>`: makes a rule, its test and its page, and says what is left to do. */
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';

const name = process.argv[2] ?? '';
if (!/^[a-z]+(?:-[a-z]+)+$/.test(name)) {
  console.error(
    'Usage: npm run new -- <rule-name>, in kebab case: no-something, require-something, prefer-something.',
  );
  process.exit(2);
}

const identifier = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

const files: Record<string, string> = {
  [`rules/${name}.ts`]: `import { createRule } from './shared/create-rule.ts';

export default createRule({
  name: '${name}',
  meta: {
    type: 'problem',
    docs: { description: 'disallow …' },
    messages: { found: 'What is the case. What to do.' },
    schema: [],
  },
  create: (context) => ({
    CallExpression(node) {
      context.report({ node, messageId: 'found' });
    },
  }),
});
`,
  [`tests/rules/${name}.test.ts`]: `import rule from '../../rules/${name}.ts';
import { testRule } from './tester.ts';

testRule('${name}', rule, {
  valid: [],
  invalid: [{ code: 'f();', errors: [{ messageId: 'found', line: 1, column: 1 }] }],
});
`,
};

for (const [file, text] of Object.entries(files)) {
  if (existsSync(file)) {
    console.error(`${file} exists already; nothing was written.`);
    process.exit(2);
  }
  writeFileSync(file, text);
}
console.log(`Wrote ${Object.keys(files).join(' and ')}. Left to do:
1. add it to rules/index.ts: import ${identifier} from './${name}.ts';
2. npm run docs, and write the sections of docs/rules/${name}.md;
3. at least 12 valid and 12 invalid cases, taken from how such code really looks.`);
execFileSync('npx', ['prettier', '--check', ...Object.keys(files)], { stdio: 'inherit' });
