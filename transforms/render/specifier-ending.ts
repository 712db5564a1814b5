/**
 * Purpose: what relative imports of a file end in: `.js`, `.ts`, or nothing.
 * Input: a parsed file; the files around it; its tsconfig.json.
 * Guarantee: as the file's own imports have it, else as those of the files around it, else as its resolution needs it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, isAbsolute, join } from 'node:path';
import type { SourceUnit } from '../../src/model/index.ts';
import { importsSources, needsExtensions } from '../../src/parse/index.ts';
import { walk } from './walk.ts';

/** What follows the stem in a path to a module that has the extension of `unit`. */
export function specifierEnding(unit: SourceUnit, syntax: 'esm' | 'commonjs'): string {
  const own = extname(unit.file);
  const compiled = own.replace(/^\.([mc]?)tsx?$/, '.$1js');
  const example = findSpecifiers(unit).find(isModulePath) ?? exampleAround(unit);
  if (example !== undefined) {
    const written = /\.[mc]?[jt]sx?$/.exec(example)?.[0];
    if (written === undefined) return /^\.[mc]/.test(own) ? compiled : '';
    return /^\.[mc]?ts/.test(written) ? own : compiled;
  }
  if (syntax === 'commonjs') return compiled === '.cjs' ? compiled : '';
  if (!unit.isTypeScript) return compiled;
  if (needsExtensions(unit.file) === false) return '';
  return importsSources(unit.file) ? own : compiled;
}

function isModulePath(specifier: string): boolean {
  return /^\.\.?\/./.test(specifier) && !/\.(?:json|css|scss|svg|node|wasm)$/.test(specifier);
}

/** Every specifier that the file imports, exports from, or requires. */
export function findSpecifiers(unit: SourceUnit): string[] {
  const specifiers: string[] = [];
  walk(unit.ast, (node) => {
    if ('source' in node && node.source?.type === 'Literal') specifiers.push(String(node.source.value));
    if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return;
    const [argument] = node.arguments;
    const isRequire = node.callee.name === 'require' && argument?.type === 'Literal';
    if (isRequire && typeof argument.value === 'string') specifiers.push(argument.value);
  });
  return specifiers;
}

const examples = new Map<string, string | undefined>();

/** A path that a file of the same language imports, in the same folder or one above it, within the package. */
function exampleAround(unit: SourceUnit): string | undefined {
  if (!isAbsolute(unit.file) || !existsSync(dirname(unit.file))) return undefined;
  const language = unit.isTypeScript ? /\.[mc]?tsx?$/ : /\.[mc]?jsx?$/;
  return exampleFrom(dirname(unit.file), language);
}

function exampleFrom(folder: string, language: RegExp): string | undefined {
  const key = `${folder}\0${language.source}`;
  if (!examples.has(key)) {
    const isPackage = existsSync(join(folder, 'package.json')) || dirname(folder) === folder;
    const above = isPackage ? undefined : () => exampleFrom(dirname(folder), language);
    examples.set(key, exampleIn(folder, language) ?? above?.());
  }
  return examples.get(key);
}

/** Looks at the text alone: it only has to show what the project's paths look like. */
function exampleIn(folder: string, language: RegExp): string | undefined {
  const files = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && language.test(entry.name) && !entry.name.endsWith('.d.ts'),
  );
  for (const { name } of files) {
    const text = readFileSync(join(folder, name), 'utf8');
    const paths = text.matchAll(/(?:\bfrom|\bimport|\brequire\()\s*(['"])(\.\.?\/[^'"\n]+)\1/g);
    const found = [...paths].map(([, , path]) => path ?? '').find(isModulePath);
    if (found !== undefined) return found;
  }
  return undefined;
}
