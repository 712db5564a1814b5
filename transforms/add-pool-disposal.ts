/**
 * The jscodeshift transform: worker pools that are never closed, or not when a task fails, are closed in a `finally`.
 *
 *   npx jscodeshift -t node_modules/doall/dist/transforms/add-pool-disposal.cjs src
 *
 * Options: `--using` (writes `await using` where the library has the method for it: Node 24, TypeScript 5.2), `--verbose=1` (reports
 * each pool that is left), `--report-file=<file>` (one line of JSON for each file).
 */
import { resolve } from 'node:path';
import type { API, FileInfo, Options } from 'jscodeshift';
import { stopBabelRegister } from './babel-register.ts';
import { finish } from './finish.ts';
import { isSwitchedOn } from './transform-options.ts';

/** The new text of the file, or undefined when it stays as it is. */
export default async function transform(
  file: FileInfo,
  api: API,
  options: Options,
): Promise<string | undefined> {
  stopBabelRegister();
  const { closePools } = await import('./pools/close-pools.ts');
  const result = closePools(file.source, resolve(file.path), { using: isSwitchedOn(options.using) });
  return finish(file, result, api, options);
}
