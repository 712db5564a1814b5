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

/** Imports a module; one in TypeScript that Node can't load itself is loaded by what the project has for it. */
async function importModule(url: string): Promise<Exports> {
  try {
    return (await import(url)) as Exports;
  } catch (error) {
    if (!/\.[cm]?tsx?$/.test(url)) throw error;
    const require = builtin('module').createRequire(url);
    for (const load of [loadByHook, loadByTsx, loadByTsNode]) {
      try {
        const loaded = await load(url, require);
        if (loaded) return loaded;
      } catch {
        // The next way may do.
      }
    }
    throw error;
  }
}

type Exports = Record<string, unknown>;

/** By the hook that a flag like `-r ts-node/register` or `-r @swc-node/register` set in this thread too. */
function loadByHook(url: string, require: NodeJS.Require): Exports | undefined {
  const { extensions } = require as { extensions?: Record<string, unknown> };
  const hook = extensions?.[url.slice(url.lastIndexOf('.'))];
  return hook ? (require(builtin('url').fileURLToPath(url)) as Exports) : undefined;
}

async function loadByTsx(url: string, require: NodeJS.Require): Promise<Exports> {
  // `resolve` finds the CommonJS copy; the one beside it is meant for `import`.
  const file = require.resolve('tsx/esm/api').replace(/\.cjs$/, '.mjs');
  const tsx = (await import(builtin('url').pathToFileURL(file).href)) as TsxApi;
  return tsx.tsImport(url, url);
}

interface TsxApi {
  tsImport(url: string, parent: string): Promise<Exports>;
}

function loadByTsNode(url: string, require: NodeJS.Require): Exports | undefined {
  // The calling thread has checked the types, or was told not to.
  const projectSearchDir = builtin('url').fileURLToPath(new URL('.', url));
  (require('ts-node') as TsNodeApi).register({ transpileOnly: true, projectSearchDir });
  return loadByHook(url, require);
}

interface TsNodeApi {
  register(options: { transpileOnly: boolean; projectSearchDir: string }): void;
}
