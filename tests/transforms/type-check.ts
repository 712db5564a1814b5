/** Type-checks the rewritten TypeScript fixtures, all in one program, as `tsc --strict` would. */
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import type { Fixture, Golden } from './fixture-files.ts';

const root = resolve(import.meta.dirname, '../..');

/** One line for each error, in no case more than tsc prints for the originals. */
export function typeErrors(
  fixtures: readonly Fixture[],
  goldenOf: (fixture: Fixture) => Golden | undefined,
): string[] {
  const texts = new Map<string, string>();
  for (const fixture of fixtures.filter(({ extension }) => /^\.[mc]?tsx?$/.test(extension))) {
    const golden = goldenOf(fixture);
    const stem = join(fixture.folder, fixture.name);
    texts.set(`${stem}${fixture.extension}`, golden?.output ?? fixture.input);
    if (golden?.worker !== undefined) texts.set(`${stem}.worker${fixture.extension}`, golden.worker);
  }
  const program = ts.createProgram([...texts.keys()], options, hostOf(texts));
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => file !== undefined && texts.has(file.fileName))
    .map((diagnostic) => printDiagnostic(diagnostic));
}

const options: ts.CompilerOptions = {
  strict: true,
  verbatimModuleSyntax: false,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts'],
  types: ['node'],
  paths: { 'doall/runtime': [join(root, 'src/runtime/index.ts')] },
  allowImportingTsExtensions: true,
  noEmit: true,
  jsx: ts.JsxEmit.React,
  skipLibCheck: true,
};

function hostOf(texts: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    getCurrentDirectory: () => root,
    fileExists: (name) => texts.has(name) || host.fileExists(name),
    readFile: (name) => texts.get(name) ?? host.readFile(name),
    directoryExists: (name) => dirname(name) !== '' && (host.directoryExists?.(name) ?? true),
    getSourceFile(name, version, onError) {
      const text = texts.get(name);
      return text === undefined
        ? host.getSourceFile(name, version, onError)
        : ts.createSourceFile(name, text, version, true);
    },
  };
}

function printDiagnostic({ file, start, messageText }: ts.Diagnostic): string {
  const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
  return `${file?.fileName ?? ''}:${String(line)} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
}
