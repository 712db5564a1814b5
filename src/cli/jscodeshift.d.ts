/** The part of jscodeshift's Runner that `apply` uses; @types/jscodeshift leaves it out. */
declare module 'jscodeshift/src/Runner.js' {
  interface RunResult {
    readonly ok: number;
    readonly nochange: number;
    readonly skip: number;
    readonly error: number;
  }
  export function run(
    transform: string,
    paths: readonly string[],
    options: Readonly<Record<string, unknown>>,
  ): Promise<RunResult | []>;
}
