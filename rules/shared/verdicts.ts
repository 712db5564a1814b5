/** The verdicts of a file, worked out once however many rules ask for them. */
import type { Verdict } from '../../src/model/index.ts';
import { unitFromESLint } from '../../src/parse/index.ts';
import { analyze } from '../../src/verdict/analyze.ts';
import type { RuleContext } from './create-rule.ts';
import type { LoopOptions } from './options.ts';
import { runContext } from './run-context.ts';

export interface FileVerdicts {
  readonly verdicts: readonly Verdict[];
  /** Why there are none; a failure of the analysis must not end the lint run. */
  readonly failure: string | undefined;
}

const cache = new WeakMap<object, Map<string, FileVerdicts>>();

/** The verdicts of the file that is being linted; rules with the same analysis options share them. */
export function verdictsOf(context: RuleContext, options: LoopOptions): FileVerdicts {
  const { sourceCode } = context;
  const byOptions = cache.get(sourceCode) ?? new Map<string, FileVerdicts>();
  cache.set(sourceCode, byOptions);
  const key = JSON.stringify(options.analysis);
  const known = byOptions.get(key) ?? findVerdicts(context, options);
  byOptions.set(key, known);
  return known;
}

function findVerdicts(context: RuleContext, { analysis }: LoopOptions): FileVerdicts {
  try {
    const unit = unitFromESLint(context.sourceCode, context.physicalFilename);
    const verdicts = withoutParent(unit.ast, () => analyze(unit, runContext(context.cwd, analysis)));
    return { verdicts, failure: undefined };
  } catch (error) {
    return { verdicts: [], failure: error instanceof Error ? error.message : String(error) };
  }
}

/** ESLint gives the Program a parent of `null`, where the parser's AST has none at all; the analysis goes by the parser's. */
function withoutParent<T>(program: { parent?: unknown }, run: () => T): T {
  const { parent } = program;
  program.parent = undefined;
  try {
    return run();
  } finally {
    program.parent = parent;
  }
}
