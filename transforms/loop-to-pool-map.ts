/**
 * The jscodeshift transform: independent loops become calls of a worker pool's map, their bodies tasks in a worker module beside
 * the file.
 *
 *   npx jscodeshift -t node_modules/doall/dist/transforms/loop-to-pool-map.cjs src
 *
 * Options: `--await`, `--runtime=<specifier>`, `--vendor[=<folder>]`, `--min-work=<n>`, `--profile=<file>` (a CPU profile says
 * which loops matter), `--verbose=1` (reports each loop that is left), `--report-file=<file>` (one line of JSON
 * for each file), `--reasons=all|heavy|none` (of which loops it is told why they are left).
 */
import { resolve } from 'node:path';
import type { API, FileInfo, Options } from 'jscodeshift';
import { stopBabelRegister } from './babel-register.ts';
import { finish } from './finish.ts';
import { reasonsToldIn } from './report-places.ts';
import { toRewriteOptions } from './transform-options.ts';

/** The new text of the file, or undefined when it stays as it is. The worker module is written first, unless `--dry`. */
export default async function transform(
  file: FileInfo,
  api: API,
  options: Options,
): Promise<string | undefined> {
  stopBabelRegister();
  const { rewriteFile } = await import('./rewrite-file.ts');
  const rewrite = { ...toRewriteOptions(options), reasons: reasonsToldIn(options) };
  const result = rewriteFile(file.source, resolve(file.path), rewrite);
  return finish(file, result, api, options);
}
