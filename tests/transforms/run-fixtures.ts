/** Runs originals and rewritten programs of many fixtures, each set in one process, and gives their transcripts. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Project } from '../runtime/support/install.ts';
import type { Fixture } from './fixture-files.ts';

/** What a program printed, the error it ended with, and warnings of the runtime (work that could not be sent). */
export interface Transcript {
  readonly output: string;
  readonly error: string | undefined;
  readonly warnings: readonly string[];
}

export interface Program {
  readonly fixture: Fixture;
  readonly source: string;
  readonly worker: string | undefined;
}

/** Lays the programs out in a folder of the project, TypeScript as JavaScript, with the modules that they share. */
export function layOut(project: Project, folder: string, programs: readonly Program[]): void {
  const path = join(project.dir, folder);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'package.json'), '{ "type": "module" }');
  copySupport(programs[0]?.fixture.folder ?? '', path);
  for (const { fixture, source, worker } of programs) {
    const { name, extension } = fixture;
    writeJavaScript(path, `${name}${extension}`, source);
    if (worker !== undefined) writeJavaScript(path, `${name}.worker${extension}`, worker);
  }
}

function copySupport(from: string, to: string): void {
  const support = join(from, 'support');
  if (!existsSync(support)) return;
  cpSync(support, join(to, 'support'), { recursive: true });
  for (const file of readdirSync(support)) {
    if (/\.[mc]?tsx?$/.test(file))
      writeJavaScript(join(to, 'support'), file, readFileSync(join(support, file), 'utf8'));
  }
}

function writeJavaScript(folder: string, file: string, text: string): void {
  const isCommonJs = file.endsWith('.cts');
  const compilerOptions: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: isCommonJs ? ts.ModuleKind.CommonJS : ts.ModuleKind.ESNext,
    jsx: ts.JsxEmit.React,
  };
  const isPlain = /\.[mc]?js$/.test(file);
  const code = isPlain ? text : ts.transpileModule(text, { compilerOptions, fileName: file }).outputText;
  writeFileSync(join(folder, outputName(file)), code);
}

function outputName(file: string): string {
  return file.replace(/\.([mc]?)[jt]sx?$/, '.$1js');
}

/** Runs the programs of a folder one after another in one process. */
export async function runAll(
  project: Project,
  folder: string,
  fixtures: readonly Fixture[],
  env: Readonly<Record<string, string>>,
): Promise<Map<string, Transcript>> {
  const files = fixtures.map(({ name, extension }) => outputName(`${name}${extension}`));
  const driver = join(project.dir, 'driver.mjs');
  writeFileSync(driver, readFileSync(join(import.meta.dirname, 'driver.mjs')));
  const report = join(project.dir, `${folder}.${Object.keys(env).join('-')}.json`);
  const outcome = await project.run(driver, [report, join(project.dir, folder), ...files], { env });
  if (outcome.code !== 0 || !existsSync(report)) {
    throw new Error(
      `the programs of ${folder} ended with ${String(outcome.code)}:\n${outcome.stderr}\n${outcome.stdout}`,
    );
  }
  const transcripts = JSON.parse(readFileSync(report, 'utf8')) as Transcript[];
  return new Map(fixtures.map(({ name }, index) => [name, transcripts[index] as Transcript]));
}
