/** What a V8 CPU profile (`node --cpu-prof`, DevTools) says, in milliseconds. */
export interface CpuProfile {
  /** From the first sample to the last. */
  readonly totalMs: number;
  /** Absolute paths of the files that were seen running. */
  readonly files: ReadonlySet<string>;
  readonly roots: readonly ProfileNode[];
}

/** A function in the call tree, once for each way that leads to it. */
export interface ProfileNode {
  /** As V8 infers it: `score`, `Scene.render`; empty for a module's top level and for functions without a name. */
  readonly name: string;
  /** Absolute path, or V8's own name for what is no file. */
  readonly file: string;
  /** Where the function's parameters start; the line 1-based, the column 0-based. */
  readonly line: number;
  readonly column: number;
  /** Time in the function itself and in what V8 inlined into it. */
  readonly selfMs: number;
  /** `selfMs` by 1-based line. The lines of inlined functions stand here too, without their file. */
  readonly msByLine: ReadonlyMap<number, number>;
  /** Time in the function and all that it called. */
  readonly totalMs: number;
  readonly children: readonly ProfileNode[];
}
