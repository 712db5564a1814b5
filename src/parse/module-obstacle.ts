/** Projects in which no worker module could be written that runs wherever the file beside it does. */
import { compilesToModules, iteratesArraysOnly } from './compiler-options.ts';
import { testsRunAsCommonJs } from './jest-config.ts';
import { isTypeScriptFile } from './module-kind.ts';

export type ModuleObstacle =
  /** Compiled to ES modules, and to CommonJS for its tests: neither knows how the other's modules name themselves. */
  | 'two-module-forms'
  /** Compiled to a JavaScript whose `for`-`of` goes over arrays alone. */
  | 'no-iterators';

/** By tsconfig.json and jest's configuration, as far as they can be read; undefined where nothing stands in the way. */
export function findModuleObstacle(file: string): ModuleObstacle | undefined {
  if (!isTypeScriptFile(file)) return undefined;
  if (iteratesArraysOnly(file)) return 'no-iterators';
  const isPlain = /\.tsx?$/.test(file);
  return isPlain && compilesToModules(file) && testsRunAsCommonJs(file) === true
    ? 'two-module-forms'
    : undefined;
}
