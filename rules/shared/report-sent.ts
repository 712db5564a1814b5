/** Reports values sent to workers under the messages of the hazards that they are. */
import type { HazardRule } from '../../src/verdict/catalogue/index.ts';
import { ruleOf } from '../../src/verdict/catalogue/index.ts';
import type { RuleContext } from './create-rule.ts';
import { messageIdOf } from './report-hazards.ts';
import { findBadValues } from './sent-values.ts';
import { suggestFields } from './suggest-fields.ts';

/** Reports those whose hazard belongs to this rule. */
export function reportSentValues(context: RuleContext, rule: HazardRule): void {
  for (const bad of findBadValues(context.sourceCode, context.physicalFilename)) {
    if (ruleOf(bad.code) !== rule) continue;
    const { node, subject, detail } = bad;
    const data = { subject, detail, note: ` (${detail})`, line: node.loc.start.line };
    const suggest = bad.owner ? suggestFields(context.sourceCode, node, bad.owner) : [];
    context.report({ node, messageId: messageIdOf(bad), data, suggest });
  }
}
