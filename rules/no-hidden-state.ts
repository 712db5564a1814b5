import { createRule } from './shared/create-rule.ts';
import { hazardProperties, schemaOf } from './shared/options.ts';
import { hazardMessages, reportHazards } from './shared/report-hazards.ts';

export default createRule({
  name: 'no-hidden-state',
  meta: {
    type: 'problem',
    docs: { description: 'disallow module state and code of unknown effects in loops meant to be parallel' },
    messages: hazardMessages('no-hidden-state'),
    schema: schemaOf(hazardProperties),
    defaultOptions: [{}],
  },
  create: (context) => reportHazards(context, 'no-hidden-state'),
});
