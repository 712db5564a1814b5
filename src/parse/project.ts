/**
 * Purpose: the project's files that imports lead to, each parsed once.
 * Input: a specifier and the file that it stands in.
 * Guarantee: undefined for whatever isn't found or doesn't parse; nothing is ever run.
 */
import { isBuiltin } from 'node:module';
import type { SourceUnit } from '../model/index.ts';
import { readSource } from './read-source.ts';
import { manifestOf } from './resolve-package.ts';
import { resolveSpecifier } from './resolve.ts';

export interface Project {
  /** The file that `specifier` names in `fromFile`, parsed; undefined for built-in modules and what isn't found. */
  resolve(specifier: string, fromFile: string): SourceUnit | undefined;
  isBuiltinModule(specifier: string): boolean;
  /** Whether the package that a file belongs to says `"sideEffects": false`. */
  isSideEffectFree(file: string): boolean;
}

/** `root` bounds the search for tsconfig.json and workspace packages (default: the working directory). */
export function openProject(root: string = process.cwd()): Project {
  const units = new Map<string, SourceUnit | undefined>();
  const load = (file: string): SourceUnit | undefined => {
    if (!units.has(file)) {
      const result = readSource(file, { maxFileBytes: 2_000_000 });
      units.set(file, 'unit' in result ? result.unit : undefined);
    }
    return units.get(file);
  };
  return {
    isBuiltinModule: isBuiltin,
    isSideEffectFree: (file) => manifestOf(file)?.sideEffects === false,
    resolve(specifier, fromFile) {
      if (isBuiltin(specifier)) return undefined;
      const file = resolveSpecifier(specifier, fromFile, root);
      return file === undefined ? undefined : load(file);
    },
  };
}
