// node lint.mjs <file with the paths> <which configs: none,js,doall> <rotation> <folder of the repositories>: lints each file once under
// each of the configs, which take turns, with parsing left out, from the folder of its repository, as a person would. Prints JSON:
// milliseconds of CPU under each config, the problems reported, and the peak memory.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Linter } from 'eslint';
import * as parser from '@typescript-eslint/parser';

const [list, named, rotation, repos] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const js = createRequire(require.resolve('eslint'))('@eslint/js');
const started = cpu();
const doall = require('../../dist/plugin.cjs');
const loading = cpu() - started;

const everywhere = { files: ['**/*'], linterOptions: { reportUnusedDisableDirectives: 'off' } };
const typescript = { files: ['**/*.{ts,tsx,mts,cts}'], languageOptions: { parser } };
const rules = { none: [], js: [js.configs.recommended], doall: [doall.configs.recommended] };
const configs = Object.fromEntries(
  named.split(',').map((name) => [name, [everywhere, ...rules[name], typescript]]),
);
const results = Object.fromEntries(Object.keys(configs).map((name) => [name, { ms: 0, problems: 0 }]));

function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The folder that ESLint is run in for a file. */
function repositoryOf(filename) {
  const [name = ''] = relative(repos, filename).split(sep);
  return join(repos, name);
}

/** ESLint's own parse of a text; a new one each time, since rules may remember things by it. */
function parse(text, filename) {
  const linter = new Linter({ configType: 'flat', cwd: repositoryOf(filename) });
  const messages = linter.verify(text, [everywhere, typescript], { filename });
  return messages.some(({ fatal }) => fatal) ? undefined : linter.getSourceCode();
}

function lint(text, filename, name) {
  const source = parse(text, filename);
  if (!source) return;
  const linter = new Linter({ configType: 'flat', cwd: repositoryOf(filename) });
  const before = cpu();
  const messages = linter.verify(source, configs[name], { filename, allowInlineConfig: false });
  results[name].ms += cpu() - before;
  results[name].problems += messages.length;
}

const names = Object.keys(configs);
for (const [index, filename] of readFileSync(list, 'utf8').trimEnd().split('\n').entries()) {
  const text = readFileSync(filename, 'utf8');
  const turn = (index + Number(rotation)) % names.length;
  for (const name of [...names.slice(turn), ...names.slice(0, turn)]) {
    lint(text, filename, name);
    // As between ESLint's own files, which it reads in between: weak references hold what they refer to until then.
    await setImmediate();
  }
}
const memory = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ results, loading, memory }));
