// node typed.mjs <file with the paths> <none, checked or doall> <folder of the repositories>: lints each file that its repository's
// tsconfig.json holds once, with types. One config a process, since configs that share a program share what TypeScript works out for
// it. Prints JSON: the files, milliseconds of CPU with parsing left out, the problems reported, and the peak memory.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';

const [list, name, repos] = process.argv.slice(2);
const doall = createRequire(import.meta.url)('../../dist/plugin.cjs');
const rules = {
  none: [],
  checked: tseslint.configs.recommendedTypeChecked,
  doall: [doall.configs.recommended],
};

function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const count = { files: 0, ms: 0, problems: 0 };
for (const filename of readFileSync(list, 'utf8').trimEnd().split('\n')) {
  const cwd = join(repos, relative(repos, filename).split(sep)[0]);
  const typed = {
    files: ['**/*.{ts,tsx,mts,cts}'],
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: cwd },
    },
  };
  const parsing = new Linter({ configType: 'flat', cwd });
  const failed = parsing.verify(readFileSync(filename, 'utf8'), [typed], { filename });
  if (failed.some(({ fatal }) => fatal)) continue;
  const source = parsing.getSourceCode();
  const linter = new Linter({ configType: 'flat', cwd });
  const before = cpu();
  const messages = linter.verify(source, [...rules[name], typed], { filename, allowInlineConfig: false });
  count.ms += cpu() - before;
  count.files += 1;
  count.problems += messages.length;
}
console.log(JSON.stringify({ ...count, memory: Math.round(process.resourceUsage().maxRSS / 1024) }));
