/** What a run of the analysis shares between loops and files. */
import type { CpuProfile, SourceUnit } from '../model/index.ts';

/** Finds the project file that an import names; undefined for what it can't find. `Project` of src/parse is one. */
export interface ModuleResolver {
  resolve(specifier: string, fromFile: string): SourceUnit | undefined;
  isBuiltinModule(specifier: string): boolean;
  /** Whether the text of that file may export something under that name; the file isn't parsed for it. */
  mayExport?(specifier: string, fromFile: string, name: string): boolean;
  /** Whether the text of that file may declare a getter or setter of that name, or of any; the file isn't parsed for it. */
  mayDeclareAccessor?(specifier: string, fromFile: string, name: string | undefined): boolean;
  /** Whether the text of that file matches; the file isn't parsed for it. */
  mayMatch?(specifier: string, fromFile: string, pattern: RegExp): boolean;
  /** Whether the package that a file belongs to says `"sideEffects": false`. */
  isSideEffectFree?(file: string): boolean;
  /** Why no worker module beside the file would run wherever the file does: the project compiles it in a way that can't have one. */
  moduleObstacle?(file: string): 'two-module-forms' | 'no-iterators' | undefined;
  /** Files that may hold a class which extends `name` of `file` and declares `member`; undefined when they are too many. */
  findExtending?(name: string | undefined, file: string, member: string): readonly SourceUnit[] | undefined;
  /** Files that may assign to a property `member`; undefined when they are too many. */
  findAssigning?(file: string, member: string): readonly SourceUnit[] | undefined;
}

/** One for each run: function summaries are cached by it. */
export interface FactsContext {
  readonly project: ModuleResolver | undefined;
  /** Callees to take as pure, by name: `score`, `lodash.isEqual`. */
  readonly pure: readonly string[];
  /** Measured times: they take the place of estimates of how much work a loop does. */
  readonly profile?: CpuProfile | undefined;
}
