/** What a run of the analysis shares between loops and files. */
import type { SourceUnit } from '../model/index.ts';

/** Finds the project file that an import names; undefined for what it can't find. `Project` of src/parse is one. */
export interface ModuleResolver {
  resolve(specifier: string, fromFile: string): SourceUnit | undefined;
  isBuiltinModule(specifier: string): boolean;
  /** Whether the package that a file belongs to says `"sideEffects": false`. */
  isSideEffectFree?(file: string): boolean;
}

/** One for each run: function summaries are cached by it. */
export interface FactsContext {
  readonly project: ModuleResolver | undefined;
  /** Callees to take as pure, by name: `score`, `lodash.isEqual`. */
  readonly pure: readonly string[];
}
