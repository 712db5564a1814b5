/** The verdicts of a file, worked out once however many rules ask for them. */
import type { Cost, Verdict } from '../../src/model/index.ts';
import { unitFromESLint } from '../../src/parse/index.ts';
import { analyze } from '../../src/verdict/analyze.ts';
import type { RuleContext } from './create-rule.ts';
import { isHeavy } from './heavy.ts';
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
  return findOnce(context, JSON.stringify(options.analysis), () => findVerdicts(context, options));
}

/** Those of the loops that are heavy: what the others are isn't worked out, which is most of the time. */
export function heavyVerdictsOf(context: RuleContext, options: LoopOptions): FileVerdicts {
  return findOnce(context, `heavy ${JSON.stringify(options.analysis)}`, () =>
    findVerdicts(context, options, (cost) => isHeavy({ cost }, options)),
  );
}

function findOnce({ sourceCode }: RuleContext, key: string, find: () => FileVerdicts): FileVerdicts {
  const byOptions = cache.get(sourceCode) ?? new Map<string, FileVerdicts>();
  cache.set(sourceCode, byOptions);
  const known = byOptions.get(key) ?? find();
  byOptions.set(key, known);
  return known;
}

function findVerdicts(
  context: RuleContext,
  { analysis }: LoopOptions,
  isWanted?: (cost: Cost) => boolean,
): FileVerdicts {
  try {
    const unit = unitFromESLint(context.sourceCode, context.physicalFilename);
    const verdicts = withoutParent(unit.ast, () =>
      analyze(unit, runContext(context.cwd, analysis), isWanted),
    );
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
