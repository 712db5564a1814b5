import { createRule } from './shared/create-rule.ts';
import { hazardProperties, schemaOf } from './shared/options.ts';
import { hazardMessages, reportHazards } from './shared/report-hazards.ts';

export default createRule({
  name: 'no-ambient-state',
  meta: {
    type: 'problem',
    docs: { description: 'disallow state that each thread has of its own in loops meant to be parallel' },
    messages: hazardMessages('no-ambient-state'),
    schema: schemaOf(hazardProperties),
    defaultOptions: [{}],
  },
  create: (context) => reportHazards(context, 'no-ambient-state'),
});
