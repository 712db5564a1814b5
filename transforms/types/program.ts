/**
 * Purpose: TypeScript's program around one file, as it is or as it would be written.
 * Input: the file's text in memory; the nearest tsconfig.json, and the project's own files on disk.
 * Guarantee: built once for each state of the file; what is on disk is parsed once, as long as it stays as it is.
 */
import { dirname, resolve } from 'node:path';
import ts from 'typescript';
import type { SourceUnit } from '../../src/model/index.ts';
import { findTsConfig } from '../../src/parse/index.ts';

export interface OpenProgram {
  readonly program: ts.Program;
  readonly options: ts.CompilerOptions;
  readonly checker: ts.TypeChecker;
  readonly source: ts.SourceFile;
}

const openPrograms = new Map<string, ts.Program>();
const opened = new WeakMap<SourceUnit, OpenProgram>();

/** The program of the file as it is. */
export function openProgram(unit: SourceUnit): OpenProgram {
  const known = opened.get(unit) ?? open(unit);
  opened.set(unit, known);
  return known;
}

function open(unit: SourceUnit): OpenProgram {
  const whole = unit.types?.program;
  if (whole?.getSourceFile(unit.file)) return describeProgram(whole, unit.file);
  const config = findTsConfig(unit.file);
  const key = config?.path ?? '';
  const before = openPrograms.get(key);
  // The very same object stands for the options, so that files parsed under them are known again.
  const options = before?.getCompilerOptions() ?? optionsOf(config?.options);
  const roots = [unit.file, ...declarationFiles(config?.path)];
  const host = hostFor(new Map([[resolve(unit.file), unit.text]]), options);
  const program = ts.createProgram(roots, options, host, before);
  openPrograms.set(key, program);
  return describeProgram(program, unit.file);
}

function optionsOf(own: ts.CompilerOptions | undefined): ts.CompilerOptions {
  return {
    // All that are installed, as before TypeScript 6.
    types: ['*'],
    ...(own ?? { strict: true, target: ts.ScriptTarget.ES2022 }),
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
  };
}

/** A program, opened at one of its files. */
export function describeProgram(program: ts.Program, file: string): OpenProgram {
  const source = program.getSourceFile(file);
  if (!source) throw new Error(`${file}: TypeScript doesn't read this file`);
  return { program, options: program.getCompilerOptions(), checker: program.getTypeChecker(), source };
}

/** The same program with other texts, by absolute path, of files that need not be there; `modules` says where some imports lead. */
export function programWith(
  { program, options }: OpenProgram,
  texts: ReadonlyMap<string, string>,
  modules: ReadonlyMap<string, string>,
): ts.Program {
  const files = hostFor(texts, options);
  const host: ts.CompilerHost = {
    ...files,
    getSourceFile: (name, version, onError) =>
      (texts.has(resolve(name)) ? undefined : program.getSourceFile(name)) ??
      files.getSourceFile(name, version, onError),
  };
  const cache = ts.createModuleResolutionCache(host.getCurrentDirectory(), (name) => name, options);
  host.resolveModuleNameLiterals = (literals, from, redirected, _options, file) =>
    literals.map((literal) => {
      const known = modules.get(literal.text);
      if (known !== undefined)
        return { resolvedModule: { resolvedFileName: known, extension: ts.Extension.Dts } };
      const mode = ts.getModeForUsageLocation(file, literal, options);
      return ts.resolveModuleName(literal.text, from, options, host, cache, redirected, mode);
    });
  const roots = new Set([...program.getRootFileNames(), ...texts.keys()]);
  return ts.createProgram([...roots], options, host, program);
}

const declarations = new Map<string, readonly string[]>();

/** The project's declaration files, which no import leads to. */
function declarationFiles(config: string | undefined): readonly string[] {
  if (config === undefined) return [];
  const known = declarations.get(config);
  if (known) return known;
  const settings: unknown = ts.readConfigFile(config, (name) => ts.sys.readFile(name)).config;
  const { fileNames } = ts.parseJsonConfigFileContent(settings, ts.sys, dirname(config));
  const found = fileNames.filter((name) => /\.d\.[cm]?ts$/.test(name));
  declarations.set(config, found);
  return found;
}

/** Files as they were parsed last. Declaration files serve for all options; what is bound of other files depends on them. */
const libraries = new Map<string, ts.SourceFile | undefined>();
const sources = new WeakMap<ts.CompilerOptions, Map<string, ts.SourceFile | undefined>>();

/** Reads these texts from memory, by absolute path. */
function hostFor(texts: ReadonlyMap<string, string>, options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options, true);
  const parsed = sources.get(options) ?? new Map<string, ts.SourceFile | undefined>();
  sources.set(options, parsed);
  return {
    ...host,
    fileExists: (name) => texts.has(resolve(name)) || host.fileExists(name),
    readFile: (name) => texts.get(resolve(name)) ?? host.readFile(name),
    getSourceFile(name, version, onError) {
      const text = texts.get(resolve(name));
      if (text !== undefined) return ts.createSourceFile(name, text, version, true);
      const read = () => host.getSourceFile(name, version, onError);
      if (!name.endsWith('.d.ts')) return readAgain(parsed, name, read);
      if (!libraries.has(name)) libraries.set(name, read());
      return libraries.get(name);
    },
  };
}

/** The file as it was parsed before, where its text is still the same. */
function readAgain(
  parsed: Map<string, ts.SourceFile | undefined>,
  file: string,
  read: () => ts.SourceFile | undefined,
): ts.SourceFile | undefined {
  const known = parsed.get(file);
  const found = known && known.text === ts.sys.readFile(file) ? known : read();
  parsed.set(file, found);
  return found;
}
