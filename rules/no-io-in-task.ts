import { createRule } from './shared/create-rule.ts';
import { hazardProperties, schemaOf } from './shared/options.ts';
import { hazardMessages, reportHazards } from './shared/report-hazards.ts';

export default createRule({
  name: 'no-io-in-task',
  meta: {
    type: 'problem',
    docs: { description: 'disallow input and output in the heavy part of loops meant to be parallel' },
    messages: hazardMessages('no-io-in-task'),
    schema: schemaOf(hazardProperties),
    defaultOptions: [{}],
  },
  create: (context) => reportHazards(context, 'no-io-in-task'),
});
