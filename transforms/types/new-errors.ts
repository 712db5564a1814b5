/**
 * Purpose: type errors that a rewrite would bring into a program.
 * Input: the file as it is, and both texts as they would be written.
 * Guarantee: where none is found, the compiler accepts both files as it accepted the one, and the file's exports have the same types.
 */
import { join, resolve } from 'node:path';
import type ts from 'typescript';
import type { SourceUnit } from '../../src/model/index.ts';
import { findTsConfig } from '../../src/parse/index.ts';
import { findPackage } from '../vendor.ts';
import { exportedTypes } from './exported-types.ts';
import { openProgram, programWith } from './program.ts';

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
}

/** An error in what would be written; none is looked for where the file has errors as it is. */
export function findNewError(unit: SourceUnit, written: WrittenFiles): string | undefined {
  if (!isChecked(unit)) return undefined;
  const before = openProgram(unit);
  if (errorsOf(before.program, [unit.file, written.worker.file]).length > 0) return undefined;
  const texts = new Map([
    [resolve(unit.file), written.source],
    [resolve(written.worker.file), written.worker.text],
  ]);
  const types = join(findPackage().folder, 'dist', `runtime.d.${written.isCommonJs ? 'cts' : 'ts'}`);
  const after = programWith(before, texts, new Map([[written.runtime, types]]));
  return errorsOf(after, [...texts.keys()])[0] ?? changedExport(before.program, after, unit.file);
}

function isChecked({ isTypeScript, file }: SourceUnit): boolean {
  return isTypeScript || findTsConfig(file)?.options.checkJs === true;
}

/** What the compiler says of these files, without its explanations. */
function errorsOf(program: ts.Program, files: readonly string[]): string[] {
  const { declaration, composite } = program.getCompilerOptions();
  const isDeclared = declaration === true || composite === true;
  return files
    .map((file) => program.getSourceFile(file))
    .filter((source) => source !== undefined)
    .flatMap((source) => [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
      ...(isDeclared ? program.getDeclarationDiagnostics(source) : []),
    ])
    .map(({ messageText }) => (typeof messageText === 'string' ? messageText : messageText.messageText));
}

/** Other files, which aren't looked at, may rely on the type of what the file exports. */
function changedExport(before: ts.Program, after: ts.Program, file: string): string | undefined {
  const types = exportedTypes(after, file);
  const changed = [...exportedTypes(before, file)].find(([name, type]) => types.get(name) !== type);
  return changed && `the type of ${changed[0]} would change`;
}
