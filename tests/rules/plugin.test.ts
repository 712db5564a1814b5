/** The plugin as hosts load it: ESLint 9 and 10, both parsers, with and without types, from files and from an editor. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as typescriptParser from '@typescript-eslint/parser';
import { ESLint, Linter } from 'eslint';
import { ESLint as ESLint9, Linter as Linter9 } from 'eslint-9';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import plugin from '../../rules/index.ts';

const marked = `let state = 1;
// @doall
for (const step of steps) {
  state = advance(state, step);
}
function advance(state, step) {
  for (let i = 0; i < 1e6; i++) state = (state * step + i) % 65521;
  return state;
}
`;
const unguarded = `import { Worker } from 'node:worker_threads';
new Worker(new URL(import.meta.url));
`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'doall-rules-'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    join(folder, 'tsconfig.json'),
    '{ "compilerOptions": { "strict": true }, "include": ["*.ts"] }',
  );
  writeFileSync(join(folder, 'marked.js'), marked);
  writeFileSync(join(folder, 'unguarded.js'), unguarded);
  writeFileSync(
    join(folder, 'typed.ts'),
    `export const twice = (xs: number[]) => xs.map((x) => x * 2);\n${unguarded}`,
  );
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const { configs } = plugin;

describe('the plugin', () => {
  it('says who it is, as `package.json` does', () => {
    const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, string>;
    expect(plugin.meta).toMatchObject({ name, version });
  });

  it('has configs that refer to the plugin itself and switch on every rule', () => {
    const all = Object.keys(plugin.rules).map((rule) => `doall/${rule}`);
    for (const config of Object.values(configs)) {
      expect(config.plugins?.['doall']).toBe(plugin);
      expect(Object.keys(config.rules ?? {}).sort()).toEqual([...all].sort());
    }
  });

  it('ships `strict` at error throughout, so that a baseline covers it', () => {
    expect(new Set(Object.values(configs.strict.rules ?? {}))).toEqual(new Set(['error']));
  });

  it('gives every rule a page', () => {
    for (const [name, rule] of Object.entries(plugin.rules)) {
      expect(rule.meta?.docs?.url).toBe(`https://unpkg.com/doall/docs/rules/${name}.md`);
    }
  });
});

/** ESLint 9's types and ESLint 10's are not the same; what is used here is. */
const hosts: [string, typeof ESLint, typeof Linter][] = [
  ['ESLint 10', ESLint, Linter],
  ['ESLint 9', ESLint9 as unknown as typeof ESLint, Linter9 as unknown as typeof Linter],
];

describe.each(hosts)('%s', (host, Engine, Verifier) => {
  const create = (config: Linter.Config | Linter.Config[], options: ESLint.Options = {}) =>
    new Engine({ cwd: folder, overrideConfigFile: true, overrideConfig: [config].flat(), ...options });

  it('is the version that it claims to be', () => {
    expect(`ESLint ${Engine.version.split('.')[0] ?? ''}`).toBe(host);
  });

  it('reports from files, with a message, at the head of the loop', async () => {
    const results = await create(configs.recommended).lintFiles(['*.js']);
    const [loop, main] = results.map(({ messages }) => messages.map(({ ruleId }) => ruleId));
    expect(loop).toContain('doall/no-carried-dependence');
    expect(main).toEqual(['doall/no-unguarded-main']);
    const [message] = results[0]?.messages ?? [];
    expect(message).toMatchObject({ line: 3, column: 1, endLine: 3, messageId: 'carried-flow' });
    expect(message?.message).toMatch(
      /^An iteration reads `state`, which an earlier iteration wrote.*\(line 4\)$/,
    );
  });

  it('is quiet about loops that nobody marked', async () => {
    const text = marked.replace('// @doall\n', '');
    const [result] = await create(configs.recommended).lintText(text, { filePath: 'a.js' });
    expect(result?.messages).toEqual([]);
  });

  it('says in `strict` what stands against a heavy loop', async () => {
    const text = marked.replace('// @doall\n', '');
    const [result] = await create(configs.strict).lintText(text, { filePath: 'a.js' });
    expect(result?.messages.map(({ ruleId, line }) => [ruleId, line])).toContainEqual([
      'doall/no-carried-dependence',
      2,
    ]);
  });

  it('lints text from an editor, with a name, a name of no file, and none', async () => {
    const eslint = create(configs.recommended);
    for (const filePath of ['marked.js', 'not-yet-saved.js', undefined]) {
      const [result] = await eslint.lintText(marked, filePath === undefined ? {} : { filePath });
      expect(result?.messages.map(({ ruleId }) => ruleId)).toContain('doall/no-carried-dependence');
    }
  });

  it('has the same results from a cache', async () => {
    const cacheLocation = join(folder, `.cache-${host.replace(' ', '-')}`);
    const lint = () => create(configs.recommended, { cache: true, cacheLocation }).lintFiles(['*.js']);
    const first = await lint();
    expect(readFileSync(cacheLocation, 'utf8')).toContain('marked.js');
    expect(await lint()).toEqual(first);
  });

  it('works on TypeScript, without types and with', async () => {
    const files = ['**/*.ts'];
    for (const parserOptions of [{}, { projectService: true, tsconfigRootDir: folder }]) {
      const languageOptions = { parser: typescriptParser, parserOptions };
      const results = await create({ ...configs.recommended, files, languageOptions }).lintFiles([
        'typed.ts',
      ]);
      expect(results[0]?.messages.map(({ ruleId }) => ruleId)).toEqual(['doall/no-unguarded-main']);
    }
  });

  it.each(oddTexts())('never throws: %s', (_, text, filename) => {
    const config = { ...configs.strict, files: [`**/${filename}`], languageOptions: optionsFor(filename) };
    const messages = new Verifier().verify(text, [config], { filename });
    // ESLint's own messages (no config for the file, a parse error) name no rule.
    expect(messages.filter(({ ruleId }) => ruleId === null)).toEqual([]);
  });

  it('takes the AST of another parser, with ranges into the whole file', () => {
    const script = marked.replace('let', '\nlet');
    const text = `<template>\n  <p>{{ total }}</p>\n</template>\n<script>${script}</script>\n`;
    const config = { ...configs.recommended, files: ['**/*.vue'], languageOptions: { parser: scriptOnly } };
    const messages = new Verifier().verify(text, [config], { filename: 'a.vue' });
    expect(messages[0]).toMatchObject({ ruleId: 'doall/no-carried-dependence', line: 7, column: 1 });
  });
});

/** As the parsers of Vue and Svelte do it: the script's nodes keep their place in the file, and there are no services. */
const scriptOnly = {
  parseForESLint(text: string) {
    const [before = '', rest = ''] = text.split('<script>');
    const [script = '', after = ''] = rest.split('</script>');
    const blank = (part: string) => part.replace(/[^\n]/g, ' ');
    const padded = `${blank(`${before}<script>`)}${script}${blank(`</script>${after}`)}`;
    const { ast, scopeManager, visitorKeys } = typescriptParser.parseForESLint(padded, {
      range: true,
      loc: true,
      tokens: true,
      comment: true,
      sourceType: 'module',
    });
    return { ast, scopeManager, visitorKeys, services: {} };
  },
};

function optionsFor(filename: string): Linter.LanguageOptions {
  if (/tsx?$/.test(filename)) return { parser: typescriptParser };
  return { sourceType: filename.endsWith('.cjs') ? 'commonjs' : 'module' };
}

function oddTexts(): [string, string, string][] {
  return [
    ['nothing', '', 'a.js'],
    ['comments only', '// @doall\n', 'a.js'],
    ['a mark at the end of a block', 'function f() {\n  g();\n  // @doall\n}\n', 'a.js'],
    ['a hashbang, a BOM and CRLF', '\uFEFF#!/usr/bin/env node\r\nfor (const x of xs) f(x);\r\n', 'a.js'],
    ['loops without a body', 'for (;;);\nwhile (f());\ndo ; while (g());\nfor (const k in o);', 'a.js'],
    [
      'odd heads',
      'for (o.x of xs) f(); for ([a, b = 1] of ys) g(); for (var i = 0, n = 3; i < n; i++, n--) h();',
      'a.cjs',
    ],
    [
      'odd calls',
      'xs.map(); xs.map(f, g); xs?.forEach?.((x) => x); xs[0].map`t`; [].map(async function* () {});',
      'a.js',
    ],
    [
      'patterns',
      'const { Worker: { a } = {}, ...rest } = require("worker_threads"); var b = b.c; let [p] = p;',
      'a.cjs',
    ],
    ['cyclic definitions', 'const a = b, b = a; new a(); Promise.all(xs.map(a)); pool.exec(b);', 'a.js'],
    [
      'classes',
      'class A { static { for (const x of xs) this.y = x; } #p = 1; get q() { return this.#p; } accessor = 2 }',
      'a.js',
    ],
    ['generators', 'async function* f() { for await (const x of g()) yield* h(x); }', 'a.js'],
    [
      'TypeScript',
      'enum E { A } namespace N { export const x = 1 } declare module "m" { } abstract class C<T> { abstract m(): void; constructor(private x: T) {} } let y = <any>z!; for (const a of b as number[]) c(a satisfies number);',
      'a.ts',
    ],
    [
      'TSX',
      'export const List = ({ xs }: { xs: number[] }) => <ul>{xs.map((x) => <li key={x}>{x}</li>)}</ul>;',
      'a.tsx',
    ],
    ['decorators', '@d class A { @e() m(@f p: number) { return [p].map(this.m); } }', 'a.ts'],
    ['deep nesting', `${'for (const x of xs) '.repeat(6)}f();`, 'a.js'],
    [
      'pools all over',
      'import P, * as N from "piscina"; new P(); new N.default().run(); (await new P()).run(...a); new (P)({ ...o });',
      'a.js',
    ],
  ];
}
