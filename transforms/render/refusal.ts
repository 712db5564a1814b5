/** Why the transform leaves an eligible loop as it is. */
import type { RewritePlan } from '../../src/model/index.ts';

export type RefusalCode =
  /** A type that the task's signature needs can't be written in another module. */
  | 'untypable'
  /** TypeScript, which accepts the file as it is, would not accept what would be written. */
  | 'ill-typed'
  /** A function that the task calls is declared in a way that can't be moved (default export, one of several declarators). */
  | 'helper-declaration'
  /** The loop stands in a function that another rewritten loop's task calls, and that moves with it. */
  | 'inside-helper'
  /** The loop stands in one that is rewritten. */
  | 'inside-loop'
  /** The loop consumes the results of a pool already. */
  | 'already-rewritten'
  /** The task uses a name that the plan doesn't account for: a bug of ours. */
  | 'free-variable'
  /** The worker module that is there uses a name otherwise. */
  | 'name-collision'
  /** A file of the worker module's name is there, and isn't ours. */
  | 'foreign-file'
  /** What came out doesn't parse: a bug of ours. */
  | 'output-does-not-parse'
  /** A comment such as `eslint-disable-line` says that the linter isn't to propose it. */
  | 'disabled'
  /** The estimated work is less than `--min-work`. */
  | 'little-work';

/** Thrown while rendering, caught by `rewriteFile`, which goes on without the loop. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly subject: string;
  readonly plan: RewritePlan;

  constructor(plan: RewritePlan, code: RefusalCode, subject: string) {
    super(`${code}: ${subject}`);
    this.code = code;
    this.subject = subject;
    this.plan = plan;
  }
}
