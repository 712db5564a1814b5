import type { Verdict } from '../src/model/index.ts';
import { describeMissing } from '../src/verdict/catalogue/index.ts';
import type { RuleContext } from './shared/create-rule.ts';
import { createRule } from './shared/create-rule.ts';
import type { Mark } from './shared/marks.ts';
import { findMarks, findMisspeltMarks, markedLoops } from './shared/marks.ts';
import { analysisProperties, readOptions, schemaOf } from './shared/options.ts';
import { locationOf } from './shared/report-hazards.ts';
import { verdictsOf } from './shared/verdicts.ts';
import { withoutParts } from './shared/without-parts.ts';

export default createRule({
  name: 'keep-contract',
  meta: {
    type: 'problem',
    docs: { description: 'require loops marked `@doall` to be proven parallel' },
    messages: {
      noLoop: 'No loop follows this `@doall`. Put it directly above a loop, or above a function with loops.',
      missing:
        'This loop is marked `@doall` but not proven parallel: {{message}} (line {{line}}). {{remedy}}',
      unproven: 'This loop is marked `@doall` but not proven parallel.',
      misspelt: 'This is no mark: nothing checks the loop. Write `@doall`.',
      failed: 'This file could not be analysed: {{reason}}.',
    },
    schema: schemaOf(analysisProperties),
    defaultOptions: [{}],
  },
  create: (context) => ({
    'Program:exit'() {
      for (const comment of findMisspeltMarks(context.sourceCode)) {
        context.report({ node: comment, messageId: 'misspelt' });
      }
      const marks = findMarks(context.sourceCode);
      if (marks.length === 0) return;
      const { verdicts, failure } = verdictsOf(context, readOptions(context));
      for (const mark of marks) {
        if (failure === undefined) checkMark(context, mark, verdicts);
        else context.report({ node: mark.comment, messageId: 'failed', data: { reason: failure } });
      }
    },
  }),
});

function checkMark(context: RuleContext, mark: Mark, verdicts: readonly Verdict[]): void {
  const loops = markedLoops(mark, verdicts);
  if (loops.length === 0) context.report({ node: mark.comment, messageId: 'noLoop' });
  for (const verdict of loops) {
    // The hazards of a blocked loop are reported by their own rules, with the reason.
    const isExplained = verdict.outcome === 'blocked' && verdict.hazards.length > 0;
    if (verdict.outcome !== 'parallel' && !isExplained) reportUnproven(context, verdict);
  }
}

function reportUnproven(context: RuleContext, verdict: Verdict): void {
  const loc = locationOf(context, verdict.loop.head);
  if (verdict.missing.length === 0) context.report({ loc, messageId: 'unproven' });
  for (const fact of withoutParts(verdict.missing)) {
    const data = { ...describeMissing(fact), line: fact.line };
    context.report({ loc, messageId: 'missing', data });
  }
}
