// Loading a task in a worker.
import { builtin } from './builtin.ts';
import { shared } from './shared.ts';
import { metaOf, taskKey, type AnyTask, type TaskMeta } from './task.ts';

/**
 * Imports the module of a task and finds the task in it.
 * @throws when the module can't be imported, or holds no such task
 */
export async function loadTask(url: string, name: string): Promise<{ task: AnyTask; meta: TaskMeta }> {
  const key = taskKey({ url, name });
  const known = shared.tasks.get(key);
  const found = known ?? (await importTask(url, name, key));
  const meta = found && metaOf(found);
  if (!found || !meta) throw new Error(`${url} exports no task named ${name}`);
  return { task: found, meta };
}

async function importTask(url: string, name: string, key: string): Promise<AnyTask | undefined> {
  const module = await importModule(url);
  const fallback = module.default as Record<string, unknown> | undefined;
  // Modules of which two copies of the runtime made tasks, of different versions, register elsewhere.
  return shared.tasks.get(key) ?? ((module[name] ?? fallback?.[name]) as AnyTask | undefined);
}

/** Imports a module; one in TypeScript that Node can't load itself is loaded by the project's tsx. */
async function importModule(url: string): Promise<Record<string, unknown>> {
  try {
    return (await import(url)) as Record<string, unknown>;
  } catch (error) {
    if (!/\.[cm]?tsx?$/.test(url)) throw error;
    const tsx = (await import(builtin('url').pathToFileURL(resolveTsx(url, error)).href)) as TsxApi;
    return tsx.tsImport(url, url);
  }
}

interface TsxApi {
  tsImport(url: string, parent: string): Promise<Record<string, unknown>>;
}

/** Where the project's tsx is; throws the given error when there is none. */
function resolveTsx(url: string, error: unknown): string {
  try {
    // `resolve` finds the CommonJS copy; the one beside it is meant for `import`.
    return builtin('module')
      .createRequire(url)
      .resolve('tsx/esm/api')
      .replace(/\.cjs$/, '.mjs');
  } catch {
    throw error;
  }
}
