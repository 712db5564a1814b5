/**
 * Purpose: type errors that a rewrite would bring into a program.
 * Input: the file as it is, and both texts as they would be written.
 * Guarantee: where none is found, the compiler accepts both files as it accepted the one, and the file's exports have the same types.
 */
import { join, resolve } from 'node:path';
import type ts from 'typescript';
import type { Range, SourceUnit } from '../../src/model/index.ts';
import { findTsConfig } from '../../src/parse/index.ts';
import { findPackage } from '../vendor.ts';
import { exportedTypes } from './exported-types.ts';
import { describeProgram, openProgram, programWith } from './program.ts';
import type { OpenProgram } from './program.ts';

export interface WrittenFile {
  readonly file: string;
  readonly text: string;
}

export interface WrittenFiles {
  readonly source: string;
  readonly worker: WrittenFile;
  /** What they import the runtime from, and whether by `require`. */
  readonly runtime: string;
  readonly isCommonJs: boolean;
  /** What is rewritten, in the file as it is. */
  readonly loops: readonly Range[];
}

/** An error that the compiler doesn't find in the file as it is; none is looked for where a loop that is rewritten has errors already. */
export function findNewError(unit: SourceUnit, written: WrittenFiles): string | undefined {
  if (!isChecked(unit)) return undefined;
  const before = openProgram(unit);
  // Without `jsx` the compiler takes no such file, and says so differently of one that is imported.
  if (/\.[jt]sx$/.test(unit.file) && before.options.jsx === undefined) return undefined;
  const known = errorsOf(before.program, [unit.file, written.worker.file]);
  const isInLoop = ({ file, start = 0 }: ts.Diagnostic): boolean =>
    file === before.source && written.loops.some(([from, to]) => from <= start && start < to);
  if (known.some(isInLoop)) return undefined;
  const { program: after } = openWritten(unit, written);
  const messages = new Set(known.map(messageOf));
  const found = errorsOf(after, [unit.file, written.worker.file]).map(messageOf);
  const fresh = found.find((message) => !messages.has(message));
  return fresh ?? changedExport(before.program, after, unit.file);
}

/** The program as it would be, opened at the worker module. */
export function openWritten(unit: SourceUnit, written: WrittenFiles): OpenProgram {
  const { source, worker, runtime, isCommonJs } = written;
  const texts = new Map([
    [resolve(unit.file), source],
    [resolve(worker.file), worker.text],
  ]);
  const types = join(findPackage().folder, 'dist', `runtime.d.${isCommonJs ? 'cts' : 'ts'}`);
  const program = programWith(openProgram(unit), texts, new Map([[runtime, types]]));
  return describeProgram(program, worker.file);
}

function isChecked({ isTypeScript, file }: SourceUnit): boolean {
  return isTypeScript || findTsConfig(file)?.options.checkJs === true;
}

function errorsOf(program: ts.Program, files: readonly string[]): ts.Diagnostic[] {
  const { declaration, composite } = program.getCompilerOptions();
  const isDeclared = declaration === true || composite === true;
  return files
    .map((file) => program.getSourceFile(file))
    .filter((source) => source !== undefined)
    .flatMap((source) => [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
      ...(isDeclared ? program.getDeclarationDiagnostics(source) : []),
    ]);
}

/** What the compiler says, without its explanation. */
function messageOf({ messageText }: ts.Diagnostic): string {
  return typeof messageText === 'string' ? messageText : messageText.messageText;
}

/** Other files, which aren't looked at, may rely on the type of what the file exports. */
function changedExport(before: ts.Program, after: ts.Program, file: string): string | undefined {
  const types = exportedTypes(after, file);
  const changed = [...exportedTypes(before, file)].find(([name, type]) => types.get(name) !== type);
  return changed && `the type of ${changed[0]} would change`;
}
