/**
 * Purpose: how a file and its worker module import, export and name themselves.
 * Input: a parsed file; its package.json and tsconfig.json.
 * Guarantee: the worker module is loaded by the same rules as the file beside which it stands.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, isAbsolute, join } from 'node:path';
import type { SourceUnit } from '../../src/model/index.ts';
import { compilesToCommonJs, namedTypes } from '../../src/parse/index.ts';
import { findSpecifiers, specifierEnding } from './specifier-ending.ts';

export interface ModuleFormat {
  /** `import`/`export`, or `require`/`exports`. */
  readonly syntax: 'esm' | 'commonjs';
  /** How a module names itself to `task`: `import.meta.url`, or `__filename` where it runs as CommonJS. */
  readonly self: 'import.meta.url' | '__filename';
  /** `./render.worker.js`, as the source file imports it. */
  readonly workerSpecifier: string;
  /** `./render.js`, as the worker module imports from the source file. */
  readonly sourceSpecifier: string;
  /** Absolute path (or name) of the worker module. */
  readonly workerFile: string;
  /** What relative imports end in: `.js`, `.ts`, or nothing. */
  readonly ending: string;
  /** Whether TypeScript has to be told what `__filename` is: the project doesn't ask for Node's types. */
  readonly declaresFilename: boolean;
}

/** The format that holds for `unit` and the worker module beside it. */
export function detectModuleFormat(unit: SourceUnit): ModuleFormat {
  const { file } = unit;
  const extension = extname(file);
  const stem = basename(file, extension);
  const syntax = usesImportSyntax(unit) ? 'esm' : 'commonjs';
  const ending = specifierEnding(unit, syntax);
  const self = syntax === 'esm' && !runsAsCommonJs(unit) ? 'import.meta.url' : '__filename';
  // Paths of ES modules are URLs, in which these characters have a meaning of their own.
  const path = self === 'import.meta.url' ? stem.replace(/[%#?]/g, encodeURIComponent) : stem;
  return {
    syntax,
    self,
    declaresFilename: self === '__filename' && unit.isTypeScript && !asksForNodeTypes(file),
    workerFile: join(dirname(file), `${stem}.worker${extension}`),
    workerSpecifier: `./${path}.worker${ending}`,
    sourceSpecifier: `./${path}${ending}`,
    ending,
  };
}

/** A path to a file (`./geometry.ts`), as the source file's imports would write it. */
export function toSpecifier(path: string, { ending }: ModuleFormat): string {
  return path.replace(/(?:\.d)?\.[mc]?tsx?$/, (extension) =>
    /^\.[mc]?ts/.test(ending) ? extension : ending,
  );
}

/** TypeScript is written with `import` whatever it compiles to, unless the file itself uses `require`. */
function usesImportSyntax(unit: SourceUnit): boolean {
  const hasImports = unit.ast.body.some((node) => /^(?:Import|Export)/.test(node.type));
  if (hasImports) return true;
  if (unit.moduleKind === 'esm') return true;
  return unit.isTypeScript && findSpecifiers(unit).length === 0;
}

/** Import syntax that is compiled to CommonJS before it runs: by TypeScript, or by what jest or Babel do to it. */
function runsAsCommonJs(unit: SourceUnit): boolean {
  const extension = extname(unit.file);
  if (extension === '.cts' || extension === '.cjs') return true;
  if (extension === '.mts' || extension === '.mjs') return false;
  const manifest = readManifest(dirname(unit.file));
  const isModule = manifest?.type === 'module';
  const compiled = unit.isTypeScript ? compilesToCommonJs(unit.file, isModule) : undefined;
  return compiled === true || (!isModule && (manifest?.transpiles ?? false));
}

/** By `types` of tsconfig.json, else by a dependency of a package.json on the way up: what others brought along may go away. */
function asksForNodeTypes(file: string): boolean {
  const named = namedTypes(file);
  if (named !== undefined) return named.includes('node');
  return !isAbsolute(file) || dependsOnNodeTypes(dirname(file));
}

function dependsOnNodeTypes(folder: string): boolean {
  const path = join(folder, 'package.json');
  if (existsSync(path) && parseManifest(path)?.hasNodeTypes === true) return true;
  const parent = dirname(folder);
  return parent !== folder && dependsOnNodeTypes(parent);
}

interface Manifest {
  readonly type: unknown;
  readonly hasNodeTypes: boolean;
  /** Has tools that turn `import` into `require`. */
  readonly transpiles: boolean;
}

function readManifest(folder: string): Manifest | undefined {
  if (!isAbsolute(folder)) return undefined;
  const path = join(folder, 'package.json');
  if (existsSync(path)) return parseManifest(path);
  const parent = dirname(folder);
  return parent === folder ? undefined : readManifest(parent);
}

function parseManifest(path: string): Manifest | undefined {
  try {
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    const tools = { ...(manifest.dependencies as object), ...(manifest.devDependencies as object) };
    const names = Object.keys(tools).filter((name) => /^(?:@babel\/|babel-|(?:ts-|@swc\/)?jest$)/.test(name));
    const transpiles = 'babel' in manifest || names.length > 0;
    return { type: manifest.type, hasNodeTypes: '@types/node' in tools, transpiles };
  } catch {
    return undefined;
  }
}
