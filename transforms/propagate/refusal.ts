/** Why a function stays synchronous, and which place says so. */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../../src/model/index.ts';

export type PropagationCode =
  /** A method, accessor, constructor, generator, or a function without a name: its callers can't be listed. */
  | 'not-a-named-function'
  /** The function is used otherwise than called: passed on, stored, compared. */
  | 'used-as-a-value'
  /** The module is loaded by `require`, `import()` or a CommonJS export, used as a whole, or imported by a path that can't be followed. */
  | 'loaded-dynamically'
  /** Programs outside of the project may call it, or a framework that loads its file by its place. */
  | 'exported-api'
  /** A call stands where nothing can be awaited: a callback, a parameter's default, a class field, a script. */
  | 'cannot-await'
  /** It may return a promise, which `await` would unwrap. */
  | 'may-return-a-promise'
  /** Its type is given by another declaration: overloads, an annotated variable, a type predicate. */
  | 'typed-elsewhere'
  /** A file that speaks of it doesn't parse, is of another kind (a component, a page), or runs code from strings. */
  | 'unreadable-file'
  /** With the function asynchronous, its loop isn't rewritten. */
  | 'nothing-gained';

export class PropagationRefusal extends Error {
  override readonly name = 'PropagationRefusal';
  readonly code: PropagationCode;
  readonly file: string;
  readonly line: number;

  constructor(code: PropagationCode, unit: Pick<SourceUnit, 'file'>, node?: TSESTree.Node) {
    super(code);
    this.code = code;
    this.file = unit.file;
    this.line = node?.loc.start.line ?? 1;
  }
}
