/**
 * Purpose: whether another module hands on all that a file exports (`export * from './a.js'`), so that a new export gets new readers.
 * Input: a file of a TypeScript project.
 * Guarantee: false only when no file below the project's tsconfig.json does so by a path that can be followed.
 */
import { dirname } from 'node:path';
import { findTsConfig } from './compiler-options.ts';
import { listFiles, readText } from './find-files.ts';
import { resolveSpecifier } from './resolve.ts';

const handedOnIn = new Map<string, ReadonlySet<string> | undefined>();

export function isHandedOn(file: string): boolean {
  const folder = dirname(findTsConfig(file)?.path ?? file);
  if (!handedOnIn.has(folder)) handedOnIn.set(folder, findHandedOn(folder));
  // With too many files to read, any may be.
  return handedOnIn.get(folder)?.has(file) ?? true;
}

function findHandedOn(folder: string): ReadonlySet<string> | undefined {
  const files = listFiles(folder);
  const targets = files?.flatMap((file) => {
    const paths = readText(file).matchAll(/\bexport\s*\*\s*from\s*['"]([^'"\n]+)['"]/g);
    return [...paths].map(([, path]) => resolveSpecifier(path ?? '', file, folder));
  });
  return targets && new Set(targets.filter((target) => target !== undefined));
}
