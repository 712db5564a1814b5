/**
 * Purpose: the project's files that imports lead to, each parsed once.
 * Input: a specifier and the file that it stands in.
 * Guarantee: undefined for whatever isn't found or doesn't parse; nothing is ever run.
 */
import { isBuiltin } from 'node:module';
import { dirname, join, relative } from 'node:path';
import type { SourceUnit } from '../model/index.ts';
import { findAccessorNames } from './accessor-names.ts';
import { readSource } from './read-source.ts';
import { readClassFiles, readText, selectExtending } from './find-files.ts';
import type { ClassFiles } from './find-files.ts';
import { findModuleObstacle } from './module-obstacle.ts';
import type { ModuleObstacle } from './module-obstacle.ts';
import { manifestOf, packageFolderOf } from './resolve-package.ts';
import { resolveSpecifier } from './resolve.ts';

export interface Project {
  /** The file that `specifier` names in `fromFile`, parsed; undefined for built-in modules and what isn't found. */
  resolve(specifier: string, fromFile: string): SourceUnit | undefined;
  isBuiltinModule(specifier: string): boolean;
  /** Whether the text of that file may export something under that name; the file isn't parsed for it. */
  mayExport(specifier: string, fromFile: string, name: string): boolean;
  /** Whether the text of that file may declare a getter or setter of that name, or of any; the file isn't parsed for it. */
  mayDeclareAccessor(specifier: string, fromFile: string, name: string | undefined): boolean;
  /** Whether the text of that file matches; the file isn't parsed for it. */
  mayMatch(specifier: string, fromFile: string, pattern: RegExp): boolean;
  /** Whether the package that a file belongs to says `"sideEffects": false`. */
  isSideEffectFree(file: string): boolean;
  /** Why no worker module beside the file would run wherever the file does. */
  moduleObstacle(file: string): ModuleObstacle | undefined;
  /**
   * The other files around `file` (of the project, or of the package that it belongs to) that may hold a class which extends the class `name` of
   * `file` and declares `member`; undefined when there is too much to look at.
   */
  findExtending(name: string | undefined, file: string, member: string): readonly SourceUnit[] | undefined;
  /** The other files around `file` that may assign to a property `member`; undefined when there are too many files to look at. */
  findAssigning(file: string, member: string): readonly SourceUnit[] | undefined;
}

/** More files than this are not parsed for one question: that takes longer than it is worth. */
const mostSelected = 60;

/** Nor more text than this, some seconds of parsing: a class with a name such as `File` is named in every bundle of a `dist` folder. */
const mostText = 8_000_000;

/** A text that may export names which don't stand in it: all those of another module, or names written with escapes. */
const handsOn = /\bexport\s*(?:\/[/*][^]*?)?\*|\\u/;

/** `root` bounds the search for tsconfig.json and workspace packages (default: the working directory). */
export function openProject(root: string = process.cwd()): Project {
  const caches = createCaches(root);
  const { load, textOf, accessorsOf, fileOf } = caches;
  return {
    findExtending: (name, file, member) =>
      selectAround(root, caches, file, (files) => selectExtending(files, name, file, member)),
    findAssigning: (file, member) =>
      selectAround(root, caches, file, ({ assigning }) => assigning.get(member) ?? []),
    isBuiltinModule: isBuiltin,
    mayExport(specifier, fromFile, name) {
      const file = fileOf(specifier, fromFile);
      if (file === undefined) return false;
      const text = textOf(file);
      return text.includes(name) || handsOn.test(text);
    },
    mayDeclareAccessor(specifier, fromFile, name) {
      const file = fileOf(specifier, fromFile);
      if (file === undefined) return false;
      const names = accessorsOf(file);
      return names === undefined || (name === undefined ? names.size > 0 : names.has(name));
    },
    mayMatch(specifier, fromFile, pattern) {
      const file = fileOf(specifier, fromFile);
      const text = file === undefined ? undefined : textOf(file);
      return text !== undefined && pattern.test(text);
    },
    moduleObstacle: once(findModuleObstacle),
    isSideEffectFree: (file) => manifestOf(file)?.sideEffects === false,
    resolve(specifier, fromFile) {
      if (isBuiltin(specifier)) return undefined;
      const file = fileOf(specifier, fromFile);
      return file === undefined ? undefined : load(file);
    },
  };
}

/** The other files of the project, or of the package that `file` belongs to, that are selected; undefined when they are too many. */
function selectAround(
  root: string,
  { load, lengthOf, classFilesIn }: ReturnType<typeof createCaches>,
  file: string,
  select: (files: ClassFiles) => readonly string[],
): readonly SourceUnit[] | undefined {
  const isOutside = relative(root, file).startsWith('..') || /[\\/]node_modules[\\/]/.test(file);
  const folders = isOutside ? [packageFolderOf(file), root] : [root];
  const found = folders.map(classFilesIn);
  if (!found.every((files) => files !== undefined)) return undefined;
  const selected = found.flatMap(select);
  if (selected.length > mostSelected || lengthOf(selected) > mostText) return undefined;
  return selected.flatMap((path) => (path === file ? [] : (load(path) ?? [])));
}

/** What is read of files and folders, each once. */
function createCaches(root: string) {
  const textOf = once(readText);
  const filesFrom = once((folder) =>
    once((specifier) => resolveSpecifier(specifier, join(folder, 'importer'), root)),
  );
  return {
    load: once((file) => {
      const result = readSource(file, { maxFileBytes: 2_000_000 });
      return 'unit' in result ? result.unit : undefined;
    }),
    textOf,
    lengthOf: (files: readonly string[]) => files.reduce((length, file) => length + textOf(file).length, 0),
    accessorsOf: once((file) => findAccessorNames(textOf(file))),
    classFilesIn: once(readClassFiles),
    fileOf: (specifier: string, fromFile: string) => filesFrom(dirname(fromFile))(specifier),
  };
}

function once<T>(find: (key: string) => T): (key: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (key) => {
    const found = known.get(key) ?? { value: find(key) };
    known.set(key, found);
    return found.value;
  };
}
