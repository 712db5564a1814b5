import { createRule } from './shared/create-rule.ts';
import { hazardProperties, schemaOf } from './shared/options.ts';
import { hazardMessages, reportHazards } from './shared/report-hazards.ts';

export default createRule({
  name: 'no-early-exit',
  meta: {
    type: 'problem',
    docs: { description: 'disallow exits and waits inside the heavy part of loops meant to be parallel' },
    messages: hazardMessages('no-early-exit'),
    schema: schemaOf(hazardProperties),
    defaultOptions: [{}],
  },
  create: (context) => reportHazards(context, 'no-early-exit'),
});
