/** The built plugin in the programs that teams run: ESLint's command, single-file components, oxlint, and reports for CI. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Linter } from 'eslint';
import * as svelteParser from 'svelte-eslint-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import vueParser from 'vue-eslint-parser';
import plugin from '../../rules/index.ts';

const root = join(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);
const timeout = 120_000;

const carried = `let state = 1;
// @doall
for (const step of [1, 2, 3]) {
  state = advance(state, step);
}
function advance(from, step) {
  for (let i = 0; i < 1e6; i++) from = (from * step + i) % 65521;
  return from;
}
`;
const unguarded = `import { Worker } from 'node:worker_threads';
new Worker(new URL(import.meta.url));
`;

let folder = '';
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'doall-hosts-')));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/doall'), 'dir');
  const files: Record<string, string> = {
    'package.json': '{ "type": "module" }',
    'eslint.config.js': "import doall from 'doall';\nexport default [doall.configs.strict];\n",
    'carried.js': carried,
    'unguarded.js': unguarded,
    'clean.js': 'export const twice = (xs) => xs.map((x) => x * 2);\n',
  };
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs ESLint's command of one of the two versions. */
function eslint(version: 'eslint' | 'eslint-9', args: string[], input?: string) {
  const bin = join(dirname(require.resolve(`${version}/package.json`)), 'bin/eslint.js');
  return spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8', input });
}

/** The files' names with the rules that report in them, sorted. */
function rulesIn(json: string): string[] {
  const results = JSON.parse(json) as { filePath: string; messages: { ruleId: string | null }[] }[];
  return results
    .flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId }) => `${basename(filePath)}: ${ruleId ?? '-'}`),
    )
    .sort();
}

const expected = [
  'carried.js: doall/no-carried-dependence',
  'carried.js: doall/no-shared-mutation',
  'unguarded.js: doall/no-unguarded-main',
];

describe.each(['eslint', 'eslint-9'] as const)('the command of %s', (version) => {
  it(
    'gives the same from two threads and from a cache, and ends with 1 for errors',
    () => {
      const args = ['--cache', '--cache-location', `.cache-${version}`, '--format', 'json'];
      for (const more of [['--concurrency', '2'], []]) {
        const { stdout, stderr, status } = eslint(version, [...args, ...more, '.']);
        expect(rulesIn(stdout || '[]'), stderr).toEqual(expected);
        expect(status).toBe(1);
      }
    },
    timeout,
  );

  it(
    'takes what there is into a baseline, and reports what is new',
    () => {
      const location = ['--suppressions-location', `suppressions-${version}.json`];
      expect(eslint(version, ['--suppress-all', ...location, '.']).status).toBe(0);
      writeFileSync(join(folder, 'new.js'), unguarded);
      const { stdout, status } = eslint(version, [...location, '--format', 'json', '.']);
      rmSync(join(folder, 'new.js'));
      expect(rulesIn(stdout)).toEqual(['new.js: doall/no-unguarded-main']);
      expect(status).toBe(1);
    },
    timeout,
  );
});

describe('the command of eslint', () => {
  it(
    "writes SARIF of text from stdin, with Microsoft's formatter",
    () => {
      const formatter = require.resolve('@microsoft/eslint-formatter-sarif');
      const args = ['--stdin', '--stdin-filename', 'not-saved.js', '--format', formatter];
      const { stdout, stderr } = eslint('eslint', args, carried);
      const { runs } = JSON.parse(stdout || stderr) as { runs: { results: unknown[] }[] };
      expect(runs[0]?.results[0]).toMatchObject({
        ruleId: 'doall/no-carried-dependence',
        level: 'error',
        locations: [{ physicalLocation: { region: { startLine: 3, startColumn: 1 } } }],
      });
    },
    timeout,
  );

  it(
    'ends with 0 when there is nothing to report',
    () => {
      expect(eslint('eslint', ['clean.js']).status).toBe(0);
    },
    timeout,
  );
});

describe('single-file components', () => {
  const lint = (text: string, filename: string, parser: Linter.Parser) =>
    new Linter().verify(
      text,
      [{ ...plugin.configs.strict, files: [`**/${filename}`], languageOptions: { parser } }],
      {
        filename,
      },
    );

  it('Vue: the script, at its place in the file', () => {
    const text = `<template>\n  <p>{{ state }}</p>\n</template>\n<script setup>\n${carried}</script>\n`;
    expect(lint(text, 'a.vue', vueParser as Linter.Parser)[0]).toMatchObject({
      ruleId: 'doall/no-carried-dependence',
      line: 7,
      column: 1,
    });
  });

  it('Svelte: the script, at its place in the file', () => {
    const text = `<script>\n${carried}</script>\n\n{#each [1, 2] as x}\n  <p>{x + state}</p>\n{/each}\n`;
    expect(lint(text, 'a.svelte', svelteParser as unknown as Linter.Parser)[0]).toMatchObject({
      ruleId: 'doall/no-carried-dependence',
      line: 4,
      column: 1,
    });
  });
});

describe('oxlint', () => {
  it(
    'runs the rules as a JavaScript plugin',
    () => {
      const rules = Object.fromEntries(Object.keys(plugin.rules).map((name) => [`doall/${name}`, 'error']));
      const config = { jsPlugins: ['doall'], categories: { correctness: 'off' }, rules };
      writeFileSync(join(folder, '.oxlintrc.json'), JSON.stringify(config));
      const bin = join(dirname(require.resolve('oxlint/package.json')), 'bin/oxlint');
      const { stdout, stderr, status } = spawnSync(
        process.execPath,
        [bin, '-f', 'json', 'carried.js', 'unguarded.js'],
        {
          cwd: folder,
          encoding: 'utf8',
        },
      );
      const { diagnostics } = JSON.parse(stdout || `{ "diagnostics": "${stderr}" }`) as {
        diagnostics: { code: string; filename: string }[];
      };
      expect(diagnostics.map(({ code, filename }) => `${filename}: ${code}`).sort()).toEqual([
        'carried.js: doall(no-carried-dependence)',
        'carried.js: doall(no-shared-mutation)',
        'unguarded.js: doall(no-unguarded-main)',
      ]);
      expect(status).toBe(1);
    },
    timeout,
  );
});

describe('doall scan, in CI', () => {
  const scan = (...args: string[]) =>
    spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), 'scan', ...args, 'carried.js'], {
      cwd: folder,
      encoding: 'utf8',
    });

  it(
    'SARIF has the other end of each dependence',
    () => {
      const { runs } = JSON.parse(scan('--format', 'sarif', '--all').stdout) as {
        runs: { results: { ruleId: string; relatedLocations?: unknown[] }[] }[];
      };
      const dependence = runs[0]?.results.find(({ ruleId }) => ruleId.includes('carried'));
      expect(dependence?.relatedLocations?.length).toBeGreaterThan(0);
    },
    timeout,
  );

  it(
    'annotations name the file and line',
    () => {
      expect(scan('--format', 'github', '--all').stdout).toMatch(
        /^::(?:error|warning|notice) .*file=.*carried\.js.*line=3/m,
      );
    },
    timeout,
  );
});

/** The workflow that is offered in the docs runs commands that exist. */
describe('docs/ci', () => {
  it('names options that the command has', { timeout }, () => {
    const workflow = readFileSync(join(root, 'docs/ci/doall.yml'), 'utf8');
    const help = execFileSync(process.execPath, [join(root, 'dist/cli/main.js'), 'scan', '--help'], {
      encoding: 'utf8',
    });
    const options = [...workflow.matchAll(/doall scan (.*)$/gm)].flatMap(
      ([, line]) => line?.match(/--[\w-]+/g) ?? [],
    );
    expect(options.length).toBeGreaterThan(0);
    for (const option of options) expect(help).toContain(option);
  });
});
