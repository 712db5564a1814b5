/**
 * The jscodeshift transform: `Promise.all(xs.map(async …))` whose functions compute and never wait becomes the pool's `map`, a
 * promise of the same.
 *
 *   npx jscodeshift -t node_modules/doall/dist/transforms/promise-all-to-pool-map.cjs src
 *
 * Options: those of loop-to-pool-map, but for `--await`.
 */
import { resolve } from 'node:path';
import type { API, FileInfo, Options } from 'jscodeshift';
import { stopBabelRegister } from './babel-register.ts';
import { finish } from './finish.ts';
import { toRewriteOptions } from './transform-options.ts';

/** The new text of the file, or undefined when it stays as it is. The worker module is written first, unless `--dry`. */
export default async function transform(
  file: FileInfo,
  api: API,
  options: Options,
): Promise<string | undefined> {
  stopBabelRegister();
  const { rewriteFile } = await import('./rewrite-file.ts');
  const rewrite = { ...toRewriteOptions(options), promised: true };
  return finish(file, rewriteFile(file.source, resolve(file.path), rewrite), api, options);
}
