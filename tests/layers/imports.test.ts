/**
 * Holds the direction of imports (docs/how-it-works.md): which folder may import which, and that each outside dependency has one home.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Layer → layers that it may import; every layer may import itself. */
const allowed: Record<string, readonly string[]> = {
  'src/model': [],
  'src/parse': ['src/model'],
  'src/facts': ['src/model'],
  'src/verdict/catalogue': ['src/model'],
  'src/verdict': ['src/facts', 'src/model', 'src/verdict/catalogue'],
  'src/report': ['src/model', 'src/verdict/catalogue'],
  rules: ['src/verdict', 'src/verdict/catalogue', 'src/model', 'src/parse'],
  transforms: ['src/parse', 'src/verdict', 'src/verdict/catalogue', 'src/model'],
  'src/cli': ['src/parse', 'src/verdict', 'src/verdict/catalogue', 'src/report', 'src/model'],
  'src/runtime': [],
  'src/distributed': ['src/runtime'],
};

/** Package → the only layer that may load it at run time (type-only imports are free). */
const homes: Record<string, string> = {
  '@typescript-eslint/parser': 'src/parse',
  '@typescript-eslint/utils': 'rules',
  eslint: 'rules',
  jscodeshift: 'transforms',
  'jscodeshift/src/Runner.js': 'src/cli',
  'magic-string': 'transforms',
  yargs: 'src/cli',
  'yargs/helpers': 'src/cli',
  'node:worker_threads': 'src/runtime',
};

interface Import {
  readonly from: string;
  readonly specifier: string;
  readonly typeOnly: boolean;
}

function listFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?ts$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

function collectImports(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const pattern = /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
  return [...text.matchAll(pattern)].map(([, type, specifier]) => ({
    from: file,
    specifier: specifier ?? '',
    typeOnly: type !== undefined,
  }));
}

/** The most specific layer that a file stands in. */
function layerOf(file: string): string | undefined {
  const layers = Object.keys(allowed).filter((layer) => file.startsWith(`${layer}/`));
  return layers.sort((a, b) => b.length - a.length)[0];
}

const files = ['src', 'rules', 'transforms'].flatMap(listFiles);
const imports = files.flatMap(collectImports);

describe('who may import whom', () => {
  test('there is something to check', () => {
    expect(files.length).toBeGreaterThan(40);
    expect(imports.length).toBeGreaterThan(100);
  });

  test('every source file stands in a known layer', () => {
    expect(files.filter((file) => layerOf(file) === undefined)).toEqual([]);
  });

  test('imports between layers go one way', () => {
    const wrong = imports
      .filter(({ specifier }) => specifier.startsWith('.') && !specifier.endsWith('/package.json'))
      .map(({ from, specifier }) => ({
        from,
        to: relative(root, resolve(root, dirname(from), specifier))
          .split(sep)
          .join('/'),
      }))
      .filter(({ from, to }) => {
        const [source, target] = [layerOf(from), layerOf(to)];
        return source !== target && !(source && target && allowed[source]?.includes(target));
      })
      .map(({ from, to }) => `${from} imports ${to}`);
    expect(wrong).toEqual([]);
  });

  test('each outside dependency has one home', () => {
    const wrong = imports
      .filter(({ specifier, typeOnly }) => !typeOnly && homes[specifier] !== undefined)
      .filter(({ from, specifier }) => layerOf(from) !== homes[specifier])
      .map(({ from, specifier }) => `${from} imports ${specifier}`);
    expect(wrong).toEqual([]);
  });

  test('the runtime loads nothing but Node itself', () => {
    const foreign = imports.filter(
      ({ from, specifier }) =>
        from.startsWith('src/runtime/') && !specifier.startsWith('.') && !specifier.startsWith('node:'),
    );
    expect(foreign).toEqual([]);
  });
});
