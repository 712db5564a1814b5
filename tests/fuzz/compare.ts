/** Runs a generated program as it is and rewritten, and compares what they print. */
import vm from 'node:vm';
import { rewriteFile } from '../../transforms/rewrite-file.ts';
import { createSnapshotRuntime } from './snapshot-runtime.ts';

export interface Comparison {
  /** Whether the program's own loop was rewritten, not only loops of its helpers. */
  readonly rewritten: boolean;
  readonly same: boolean;
  readonly before: string;
  readonly after: string;
  /** The rewritten program and its worker module. */
  readonly output: string | undefined;
  readonly worker: string | undefined;
  /** How many items really crossed. */
  readonly crossings: number;
}

interface Console {
  log(...values: unknown[]): void;
}

const sourceFile = '/fuzz/program.cjs';
const workerFile = '/fuzz/program.worker.cjs';
const limitMs = 2_000;

/** Evaluates a CommonJS text; whatever it throws is part of the transcript. */
function evaluate(
  text: string,
  file: string,
  console: Console,
  require: (specifier: string) => unknown,
): Record<string, unknown> {
  const module = { exports: {} as Record<string, unknown> };
  const wrapper = new vm.Script(`(function (exports, require, module, __filename, console) {${text}\n})`, {
    filename: file,
  });
  const run = wrapper.runInThisContext({ timeout: limitMs }) as (...parts: unknown[]) => void;
  run(module.exports, require, module, file, console);
  return module.exports;
}

function transcript(run: (console: Console) => void): string {
  const lines: string[] = [];
  try {
    run({ log: (...values) => lines.push(values.join(' ')) });
  } catch (error) {
    lines.push(`uncaught ${String(error)}`);
  }
  return lines.join('\n');
}

const silent: Console = { log: () => undefined };

function runRewritten(output: string, worker: string, console: Console): number {
  const load = (mainConsole: Console): Record<string, unknown> => {
    const runtime = createSnapshotRuntime(() => {
      // A worker evaluates its own copy of the task module; what it prints would be a wrong rewrite, so it goes nowhere.
      const inner: Record<string, unknown> = { ...createSnapshotRuntime(() => ({})) };
      return evaluate(worker, workerFile, silent, () => inner);
    });
    const main = new Map<string, unknown>([['doall/runtime', runtime]]);
    const require = (specifier: string): unknown => {
      if (!main.has(specifier)) main.set(specifier, evaluate(worker, workerFile, mainConsole, require));
      return main.get(specifier);
    };
    evaluate(output, sourceFile, mainConsole, require);
    return runtime;
  };
  return (load(console)['crossings'] as () => number)();
}

/** Throws only when the rewriter itself does. */
export function compareProgram(text: string): Comparison {
  const before = transcript((console) => {
    evaluate(text, sourceFile, console, () => ({}));
  });
  const result = rewriteFile(text, sourceFile, { minWork: 0 });
  const output = result.output;
  const worker = result.worker?.text;
  if (output === undefined || worker === undefined) {
    return { rewritten: false, same: true, before, after: before, output, worker, crossings: 0 };
  }
  let crossings = 0;
  const after = transcript((console) => {
    crossings = runRewritten(output, worker, console);
  });
  const main = text.slice(0, text.indexOf('let result;')).split('\n').length;
  const end = text.slice(0, text.indexOf('return { out')).split('\n').length;
  const rewritten = result.rewritten.some(({ line }) => line >= main && line < end);
  return { rewritten, same: before === after, before, after, output, worker, crossings };
}
