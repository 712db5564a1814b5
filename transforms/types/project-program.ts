/**
 * Purpose: TypeScript's program of the whole project that a file belongs to, for `--types`.
 * Input: a file and its text; the nearest tsconfig.json.
 * Guarantee: the program holds just this text; built once for each tsconfig.json, as it takes seconds and hundreds of megabytes.
 */
import { dirname } from 'node:path';
import ts from 'typescript';
import { findTsConfig } from '../../src/parse/index.ts';

const programs = new Map<string, ts.Program>();

/** Undefined where no tsconfig.json names the file, or its text isn't the one on disk. */
export function findProgram(file: string, text: string): ts.Program | undefined {
  const config = findTsConfig(file)?.path;
  if (config === undefined) return undefined;
  const program = programs.get(config) ?? buildProgram(config);
  programs.set(config, program);
  return program.getSourceFile(file)?.text === text ? program : undefined;
}

function buildProgram(config: string): ts.Program {
  const { config: settings } = ts.readConfigFile(config, (name) => ts.sys.readFile(name)) as {
    config: unknown;
  };
  const { fileNames, options, projectReferences } = ts.parseJsonConfigFileContent(
    settings,
    ts.sys,
    dirname(config),
  );
  return ts.createProgram({
    rootNames: fileNames,
    options: { ...options, noEmit: true, skipLibCheck: true },
    ...(projectReferences ? { projectReferences } : {}),
  });
}
