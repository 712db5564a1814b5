/** Verdicts of small programs, in a form that is easy to read and compare. */
import { isBuiltin } from 'node:module';

import type { Verdict } from '../../src/model/index.ts';
import { parseSource } from '../../src/parse/index.ts';
import { renderCall, renderTask } from '../../src/report/render-plan.ts';
import { analyze, createAnalyzeContext } from '../../src/verdict/index.ts';

/** A project without other files: Node's modules are known, nothing else is. */
const project = { resolve: () => undefined, isBuiltinModule: isBuiltin };

/** All verdicts of a program. */
export function judgeAll(source: string, file = '/test/program.mjs'): Verdict[] {
  const result = parseSource(source, file);
  if ('skipped' in result) throw new Error(result.skipped.message);
  return analyze(result.unit, createAnalyzeContext({}, project));
}

/** The verdict of the loop whose line holds the comment `@loop`, or of the only loop. */
export function judgeLoop(source: string, file?: string): Verdict {
  const verdicts = judgeAll(source, file);
  const line = source.split('\n').findIndex((text) => text.includes('@loop')) + 1;
  const verdict = verdicts.find(({ loop }) => line === 0 || loop.start.line === line);
  if (!verdict) throw new Error('no loop at the line marked @loop');
  return verdict;
}

/** `parallel map`, `blocked carried-flow total`, `undecided callee-pure score` */
export function outcomeOf(verdict: Verdict): string {
  if (verdict.plan) return `parallel ${verdict.plan.kind}`;
  const reasons = verdict.outcome === 'undecided' ? verdict.missing : verdict.hazards;
  const named = reasons.map((reason) => `${'code' in reason ? reason.code : reason.kind} ${reason.subject}`);
  return [verdict.outcome, ...new Set(named)].join(' | ');
}

/** The rewritten loop, as text. */
export function planText(source: string, file?: string): string {
  const { plan } = judgeLoop(source, file);
  if (!plan) return 'no plan';
  return `${renderTask(plan, source)}\n${renderCall(plan, source)}`;
}
