/** The modules of one thread: evaluated once each, in this process's context, from texts in memory or the helper modules on disk. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import vm from 'node:vm';
import ts from 'typescript';

/** What programs print to. */
export interface Output {
  log(...values: unknown[]): void;
}

type Wrapper = (
  exports: object,
  require: (specifier: string) => unknown,
  module: { exports: Record<string, unknown> },
  filename: string,
  console: Output,
) => void;

const compilerOptions = {
  module: ts.ModuleKind.CommonJS,
  target: ts.ScriptTarget.ES2022,
  esModuleInterop: true,
};

/** ES modules and TypeScript as CommonJS; imports keep their live bindings. */
function toCommonJs(text: string, file: string): string {
  if (/\.c?js$/.test(file)) return text;
  return ts.transpileModule(text.replaceAll('import.meta.url', '__filename'), {
    compilerOptions,
    fileName: 'program.ts',
  }).outputText;
}

function compile(text: string, file: string): Wrapper {
  const code = `(function (exports, require, module, __filename, console) {${toCommonJs(text, file)}\n})`;
  return new vm.Script(code, { filename: file }).runInThisContext() as Wrapper;
}

/** Helper modules don't change while the process runs. */
const helpers = new Map<string, Wrapper>();

function helperAt(file: string): Wrapper {
  const known = helpers.get(file) ?? compile(readFileSync(file, 'utf8'), file);
  helpers.set(file, known);
  return known;
}

export class Realm {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #console: Output;
  readonly #runtime: () => unknown;
  readonly #loaded = new Map<string, { exports: Record<string, unknown> }>();

  /** @param texts the program's own modules by file */
  constructor(texts: ReadonlyMap<string, string>, console: Output, runtime: () => unknown) {
    this.#texts = texts;
    this.#console = console;
    this.#runtime = runtime;
  }

  load(file: string): Record<string, unknown> {
    const known = this.#loaded.get(file);
    if (known) return known.exports;
    const module = { exports: {} as Record<string, unknown> };
    this.#loaded.set(file, module);
    const text = this.#texts.get(file);
    const run = text === undefined ? helperAt(file) : compile(text, file);
    const require = (specifier: string): unknown =>
      specifier.startsWith('.')
        ? this.load(this.#resolve(resolve(dirname(file), specifier)))
        : this.#runtime();
    run(module.exports, require, module, file, this.#console);
    return module.exports;
  }

  /** TypeScript imports `./x.js` and means `./x.ts`. */
  #resolve(file: string): string {
    const source = file.replace(/\.js$/, '.ts');
    return this.#texts.has(file) || file === source ? file : source;
  }
}
