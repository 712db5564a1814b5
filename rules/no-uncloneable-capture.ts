import { createRule } from './shared/create-rule.ts';
import { hazardProperties, schemaOf } from './shared/options.ts';
import { hazardMessages, reportHazards } from './shared/report-hazards.ts';

export default createRule({
  name: 'no-uncloneable-capture',
  meta: {
    type: 'problem',
    docs: { description: 'disallow values that cannot be sent to a worker in loops meant to be parallel' },
    messages: hazardMessages('no-uncloneable-capture'),
    schema: schemaOf(hazardProperties),
    defaultOptions: [{}],
  },
  create: (context) => reportHazards(context, 'no-uncloneable-capture'),
});
