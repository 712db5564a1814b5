/** The verdicts of a file, worked out once however many rules ask for them. */
import type { Cost, SourceUnit, Verdict } from '../../src/model/index.ts';
import { unitFromESLint } from '../../src/parse/index.ts';
import { analyze, findOpportunities } from '../../src/verdict/analyze.ts';
import type { AnalyzeContext } from '../../src/verdict/analyze.ts';
import type { RuleContext } from './create-rule.ts';
import { isHeavy } from './heavy.ts';
import type { LoopOptions } from './options.ts';
import { withRunContext } from './run-context.ts';

export interface FileVerdicts {
  readonly verdicts: readonly Verdict[];
  /** Why there are none; a failure of the analysis must not end the lint run. */
  readonly failure: string | undefined;
}

const cache = new WeakMap<object, Map<string, FileVerdicts>>();

/** The verdicts of the file that is being linted; rules with the same analysis options share them. */
export function verdictsOf(context: RuleContext, options: LoopOptions): FileVerdicts {
  return findOnce(context, JSON.stringify(options.analysis), () => findVerdicts(context, options, analyze));
}

/** Those of the loops that are heavy, parallel and worthwhile: what the others are isn't worked out, which would take most of the time. */
export function opportunitiesOf(context: RuleContext, options: LoopOptions): FileVerdicts {
  const isWanted = (cost: Cost) => isHeavy({ cost }, options);
  return findOnce(context, `parallel ${JSON.stringify(options.analysis)}`, () =>
    findVerdicts(context, options, (unit, run) => findOpportunities(unit, run, isWanted)),
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
  find: (unit: SourceUnit, run: AnalyzeContext) => readonly Verdict[],
): FileVerdicts {
  try {
    const verdicts = withRunContext(context.cwd, analysis, (run) =>
      lookInto(context, (unit) => find(unit, run)),
    );
    return { verdicts, failure: undefined };
  } catch (error) {
    return { verdicts: [], failure: error instanceof Error ? error.message : String(error) };
  }
}

/** What the analysis says of the file that is being linted. */
export function lookInto<T>(context: RuleContext, look: (unit: SourceUnit) => T): T {
  const unit = unitFromESLint(context.sourceCode, context.physicalFilename);
  return withoutParent(unit.ast, () => look(unit));
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
