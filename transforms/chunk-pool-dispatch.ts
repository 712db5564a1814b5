/**
 * The jscodeshift transform: pools that get a task for each tiny item get lists of items, which a module beside the worker's runs.
 *
 *   npx jscodeshift -t node_modules/doall/dist/transforms/chunk-pool-dispatch.cjs src
 *
 * Options: `--verbose=1` (reports each call that is left), `--report-file=<file>` (one line of JSON for each file).
 */
import { resolve } from 'node:path';
import type { API, FileInfo, Options } from 'jscodeshift';
import { stopBabelRegister } from './babel-register.ts';
import { finish } from './finish.ts';

/** The new text of the file, or undefined when it stays as it is. The module beside the worker's is written first, unless `--dry`. */
export default async function transform(
  file: FileInfo,
  api: API,
  options: Options,
): Promise<string | undefined> {
  stopBabelRegister();
  const { chunkTasks } = await import('./pools/chunk-tasks.ts');
  return finish(file, chunkTasks(file.source, resolve(file.path)), api, options);
}
