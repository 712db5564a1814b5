/** What only TypeScript's checker knows (`--types`), and what it must still know of the text that is written. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rewriteFile } from '../../transforms/rewrite-file.ts';

const source = `import { load } from './load.js';

export function all() {
  const numbers = load();
  return numbers.map((n) => {
    let x = n + 1;
    for (let i = 0; i < 1e6; i++) x = (x * 1103515245 + 12345) % 2147483648;
    return x;
  });
}
`;

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'doall-types-')));
  const options = { strict: true, module: 'nodenext', target: 'es2022', types: [] };
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options }));
  writeFileSync(join(folder, 'load.d.ts'), 'export declare function load(): number[];\n');
  writeFileSync(join(folder, 'a.ts'), source);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const rewrite = (text: string, types: boolean) => rewriteFile(text, join(folder, 'a.ts'), { types });

test('an array that only its declaration tells is found with types alone', () => {
  expect(rewrite(source, false)).toMatchObject({ output: undefined, skipped: [{}, {}] });
  const { output, worker } = rewrite(source, true);
  expect(output).toContain('return mapSync(');
  expect(worker?.text).toContain('(n: number)');
});

test('a text that is not the one on disk goes without types', () => {
  expect(rewrite(`${source}// changed\n`, true).output).toBeUndefined();
});

const filling = `export function weights(rows: number[][]): number[] {
  const all: number[] = [];
  const from: number[] = [];
  for (let at = 0; at < rows.length; at++) {
    for (let k = 0; k < rows[at].length; k++) {
      let value = rows[at][k];
      if (value < 0) continue;
      for (let i = 0; i < 1e6; i++) value = (value * 31 + i) % 1009;
      all.push(value);
      from.push(at);
    }
  }
  return [...all, ...from];
}
`;

/** @param strictness compiler options */
function listDeclaration(strictness: Record<string, boolean>): string | undefined {
  // Options are read once for a folder.
  const inner = join(folder, Object.keys(strictness).join('-'));
  mkdirSync(inner);
  writeFileSync(join(inner, 'tsconfig.json'), JSON.stringify({ compilerOptions: strictness }));
  const file = join(inner, 'a.ts');
  writeFileSync(file, filling);
  const { worker } = rewriteFile(filling, file);
  return /const \w+(?:: .*)? = \[\];/.exec(worker?.text ?? '')?.[0];
}

test('a list of the task says what it holds where the compiler would take it for never[]', () => {
  expect(listDeclaration({ strict: true })).toBe('const row = [];');
  expect(listDeclaration({ strictNullChecks: true })).toBe('const row: number[] = [];');
  expect(listDeclaration({ noImplicitAny: false })).toBe('const row: number[] = [];');
  expect(listDeclaration({ noImplicitAny: false, strictNullChecks: false })).toBe('const row = [];');
});

test('a condition by which TypeScript knows more of a variable stays with what it guards', () => {
  const text = `export function decode(rows: (string | number)[][], names: Record<number, string>): (string | number)[][] {
  const matrix: (string | number)[][] = rows.map((row) => row.slice());
  for (const row of matrix) {
    for (let j = 0; j < matrix[0].length; j++) {
      const value = row[j];
      if (typeof value === 'number' && value in names) row[j] = names[value];
    }
  }
  return matrix;
}
`;
  const { output, worker } = rewriteFile(text, join(folder, 'a.ts'), { minWork: 0 });
  expect(`${output ?? ''}${worker?.text ?? ''}`).not.toMatch(/value2|= typeof value/);
});

test('exports of the worker module say their types where each file has to', () => {
  const inner = join(folder, 'isolated');
  mkdirSync(inner);
  const compilerOptions = { strict: true, isolatedDeclarations: true, declaration: true, module: 'nodenext' };
  writeFileSync(join(inner, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  const text = `function heavy(n: number) {
  let h = n;
  for (let i = 0; i < 1e6; i++) h = (h * 31 + i) % 1009;
  return { h };
}

export function all(xs: number[], k: string): { h: number }[] {
  console.log(heavy(k.length));
  return xs.map((x) => heavy(x + k.length));
}
`;
  const { worker } = rewriteFile(text, join(inner, 'a.ts'));
  expect(worker?.text).toContain('export function heavy(n: number): { h: number } {');
  expect(worker?.text).toContain('computeHeavy: Task<number, { k: string }, { h: number }> = task(');
  expect(worker?.text).toContain("import type { Task } from 'doall/runtime';");
});

test('a loop by which other files would see another type is left', () => {
  const text = `type Mode = 'fast' | 'slow';

export function all(xs: number[]) {
  const mode = 'fast';
  return xs.map((x) => {
    let h = x;
    for (let i = 0; i < 1e6; i++) h = (h * 31 + i) % 1009;
    const both: [Mode, number] = [mode, h];
    return { both, mode };
  });
}
`;
  const { output, skipped } = rewriteFile(text, join(folder, 'a.ts'));
  expect(output).toBeUndefined();
  expect(skipped.map(({ code }) => code)).toContain('ill-typed');
});

test('a type of a file that another hands on whole moves: exported, it would be one more export of that', () => {
  const text = `interface Options {
  scale: number;
}

export function draw(xs: number[], scale: number): number[] {
  const options: Options = { scale };
  return xs.map((x) => Math.sqrt(x) * options.scale);
}
`;
  const rewriteIn = (name: string, barrel: string) => {
    const inner = join(folder, name);
    mkdirSync(inner);
    writeFileSync(join(inner, 'tsconfig.json'), JSON.stringify({ compilerOptions: { module: 'nodenext' } }));
    writeFileSync(join(inner, 'draw.ts'), text);
    writeFileSync(join(inner, 'index.ts'), barrel);
    return rewriteFile(text, join(inner, 'draw.ts'), { minWork: 0 });
  };
  const moved = rewriteIn('whole', "export * from './draw.js';\n");
  expect(moved.output).toContain("import type { Options } from './draw.worker.js';");
  expect(moved.worker?.text).toContain('export interface Options {');
  const exported = rewriteIn('named', "export { draw } from './draw.js';\n");
  expect(exported.output).toContain('export interface Options {');
});
