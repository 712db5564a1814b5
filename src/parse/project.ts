/**
 * Purpose: the project's files that imports lead to, each parsed once.
 * Input: a specifier and the file that it stands in.
 * Guarantee: undefined for whatever isn't found or doesn't parse; nothing is ever run.
 */
import { isBuiltin } from 'node:module';
import { relative } from 'node:path';
import type { SourceUnit } from '../model/index.ts';
import { readSource } from './read-source.ts';
import { readClassFiles, selectExtending } from './find-files.ts';
import type { ClassFiles } from './find-files.ts';
import { manifestOf, packageFolderOf } from './resolve-package.ts';
import { resolveSpecifier } from './resolve.ts';

export interface Project {
  /** The file that `specifier` names in `fromFile`, parsed; undefined for built-in modules and what isn't found. */
  resolve(specifier: string, fromFile: string): SourceUnit | undefined;
  isBuiltinModule(specifier: string): boolean;
  /** Whether the package that a file belongs to says `"sideEffects": false`. */
  isSideEffectFree(file: string): boolean;
  /**
   * The files around `file` (of the project, or of the package that it belongs to) that may hold a class which extends the class `name` of
   * `file` and declares `member`; undefined when there are too many files to look at.
   */
  findExtending(name: string | undefined, file: string, member: string): readonly SourceUnit[] | undefined;
}

/** More files than this are not parsed for one question: that takes longer than it is worth. */
const mostSelected = 60;

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
  const classFiles = new Map<string, ClassFiles | undefined>();
  const classFilesIn = (folder: string): ClassFiles | undefined => {
    if (!classFiles.has(folder)) classFiles.set(folder, readClassFiles(folder));
    return classFiles.get(folder);
  };
  return {
    findExtending(name, file, member) {
      const isOutside = relative(root, file).startsWith('..') || /[\\/]node_modules[\\/]/.test(file);
      const folders = isOutside ? [packageFolderOf(file), root] : [root];
      const found = folders.map(classFilesIn);
      if (!found.every((files) => files !== undefined)) return undefined;
      const selected = found.flatMap((files) => selectExtending(files, name, file, member));
      return selected.length > mostSelected ? undefined : selected.flatMap((path) => load(path) ?? []);
    },
    isBuiltinModule: isBuiltin,
    isSideEffectFree: (file) => manifestOf(file)?.sideEffects === false,
    resolve(specifier, fromFile) {
      if (isBuiltin(specifier)) return undefined;
      const file = resolveSpecifier(specifier, fromFile, root);
      return file === undefined ? undefined : load(file);
    },
  };
}
