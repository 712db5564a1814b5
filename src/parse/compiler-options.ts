/** The compiler options that hold for a file: those of the nearest tsconfig.json, `extends` followed. */
import { dirname, isAbsolute } from 'node:path';
import type { CompilerOptions, ModuleKind, ParseConfigHost } from 'typescript';
import { loadTypeScript } from './load-parser.ts';

export interface ProjectConfig {
  readonly path: string;
  readonly options: CompilerOptions;
}

const cache = new Map<string, ProjectConfig | undefined>();

/** Undefined where there is no tsconfig.json, or none that can be read. */
export function findTsConfig(file: string): ProjectConfig | undefined {
  if (!isAbsolute(file)) return undefined;
  const folder = dirname(file);
  if (!cache.has(folder)) cache.set(folder, readNearest(folder));
  return cache.get(folder);
}

function readNearest(folder: string): ProjectConfig | undefined {
  const ts = loadTypeScript();
  const path = ts.findConfigFile(folder, (name) => ts.sys.fileExists(name));
  return path === undefined ? undefined : readTsConfig(path);
}

/** The options of one configuration file; undefined where it can't be read. */
export function readTsConfig(path: string): ProjectConfig | undefined {
  const ts = loadTypeScript();
  const read = ts.readConfigFile(path, (name) => ts.sys.readFile(name));
  if (read.error) return undefined;
  // Which files the project has isn't asked: only its options, `extends` followed.
  const host: ParseConfigHost = { ...ts.sys, readDirectory: () => [] };
  return { path, options: ts.parseJsonConfigFileContent(read.config, host, dirname(path)).options };
}

/** Whether TypeScript compiles the file's imports to CommonJS; `isModule` says what package.json's `type` makes of it. */
export function compilesToCommonJs(file: string, isModule: boolean): boolean | undefined {
  const module = findTsConfig(file)?.options.module;
  if (module === undefined) return undefined;
  return module === loadTypeScript().ModuleKind.CommonJS || (!isModule && isNodeModule(module));
}

/** Whether relative imports need their extension, as Node's own resolution does. */
export function needsExtensions(file: string): boolean | undefined {
  const options = findTsConfig(file)?.options;
  if (!options) return undefined;
  const { module, moduleResolution } = options;
  const { ModuleResolutionKind } = loadTypeScript();
  if (moduleResolution === undefined) return module !== undefined && isNodeModule(module);
  return (
    moduleResolution === ModuleResolutionKind.Node16 || moduleResolution === ModuleResolutionKind.NodeNext
  );
}

/** Whether imports may name TypeScript's own files (`./a.ts`), as Node needs it where nothing compiles them. */
export function importsSources(file: string): boolean {
  const { allowImportingTsExtensions, rewriteRelativeImportExtensions } = findTsConfig(file)?.options ?? {};
  return allowImportingTsExtensions === true || rewriteRelativeImportExtensions === true;
}

/** Whether TypeScript is told to keep `import` as it is. */
export function compilesToModules(file: string): boolean {
  const module = findTsConfig(file)?.options.module;
  const { ModuleKind } = loadTypeScript();
  return module !== undefined && module >= ModuleKind.ES2015 && module <= ModuleKind.ESNext;
}

/** Whether `for`-`of` goes over arrays alone: compiled to ES5 or less without `downlevelIteration`. */
export function iteratesArraysOnly(file: string): boolean {
  const options: Readonly<Record<string, unknown>> = findTsConfig(file)?.options ?? {};
  const { target } = options;
  // Read by its name: TypeScript deprecates the option, but projects that compile to ES5 have it.
  const isOld = typeof target === 'number' && target < loadTypeScript().ScriptTarget.ES2015;
  return isOld && options.downlevelIteration !== true;
}

/** Whether `const list = []` takes its type from what is pushed, in any TypeScript; else it may be `never[]`, to which nothing can be. */
export function infersListTypes(file: string): boolean {
  const config = findTsConfig(file);
  // What `strict` is where nothing is said of it depends on TypeScript's version.
  const { strict, noImplicitAny = strict, strictNullChecks = strict } = config?.options ?? {};
  return !config || noImplicitAny === true || strictNullChecks === false;
}

/** The packages of types that the configuration names; undefined where all that are installed count. */
export function namedTypes(file: string): readonly string[] | undefined {
  return findTsConfig(file)?.options.types;
}

function isNodeModule(module: ModuleKind): boolean {
  const { ModuleKind } = loadTypeScript();
  return module >= ModuleKind.Node16 && module <= ModuleKind.NodeNext;
}
