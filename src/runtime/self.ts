// Where the runtime's own file is: workers start from it.
import { builtin } from './builtin.ts';
import { warnStays } from './shared.ts';

let found: URL | undefined;
let isSought = false;

/**
 * The URL of the built runtime, which is one file; undefined, with a warning, when there is no such file.
 * @param taskUrl where a task stands: the project's copy is looked for from there, when this code was bundled into
 * an application, whose file would run the application in the worker
 */
export function runtimeUrl(taskUrl: string): URL | undefined {
  if (!isSought) found = findRuntime(taskUrl);
  isSought = true;
  return found;
}

function findRuntime(taskUrl: string): URL | undefined {
  try {
    if (isRuntime(import.meta.url)) return new URL(import.meta.url);
    const { createRequire } = builtin('module');
    return builtin('url').pathToFileURL(createRequire(taskUrl).resolve('doall/runtime'));
  } catch (error) {
    warnStays('runtime', 'everything', `, as the file doall/runtime isn't found: ${String(error)}`);
    return undefined;
  }
}

/** Whether a file exports what the runtime does: at its end as an ES module, anywhere as CommonJS. */
function isRuntime(url: string): boolean {
  if (!url.startsWith('file:')) return false;
  const text = builtin('fs').readFileSync(new URL(url), 'utf8');
  return /\bexport\s*\{[^}]*\bsettledValue\b[^}]*\};?\s*$|\bexports\.settledValue\s*=/.test(text);
}

/** The program's main file, as far as it is one. */
let main: string | undefined;

function findMain(): string {
  const file = process.argv[1] ?? '';
  try {
    return builtin('url').pathToFileURL(builtin('fs').realpathSync(file)).href;
  } catch {
    return '';
  }
}

/** Whether a task stands in the program's main file, which a worker would run again; warns where it does. */
export function isInMain({ url, name }: { readonly url: string; readonly name: string }): boolean {
  if (url !== (main ??= findMain())) return false;
  const why = 'stands in the main file of the program, which a worker would run again';
  warnStays(`main ${url}`, name, `, as it ${why}: give it a module of its own`);
  return true;
}
