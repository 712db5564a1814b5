/** Reports values sent to workers under the messages of the hazards that they are. */
import type { HazardRule } from '../../src/verdict/catalogue/index.ts';
import { ruleOf } from '../../src/verdict/catalogue/index.ts';
import type { RuleContext } from './create-rule.ts';
import { findBadValues } from './sent-values.ts';

/** Reports those whose hazard belongs to this rule. */
export function reportSentValues(context: RuleContext, rule: HazardRule): void {
  for (const { code, node, subject, detail } of findBadValues(context.sourceCode)) {
    if (ruleOf(code) !== rule) continue;
    const data = { subject, detail, note: ` (${detail})`, line: node.loc.start.line };
    context.report({ node, messageId: code, data });
  }
}
