import { createRule } from './shared/create-rule.ts';
import { hazardProperties, schemaOf } from './shared/options.ts';
import { hazardMessages, reportHazards } from './shared/report-hazards.ts';

export default createRule({
  name: 'no-this-capture',
  meta: {
    type: 'problem',
    docs: { description: 'disallow `this` in the heavy part of loops meant to be parallel' },
    messages: hazardMessages('no-this-capture'),
    schema: schemaOf(hazardProperties),
    defaultOptions: [{}],
  },
  create: (context) => reportHazards(context, 'no-this-capture'),
});
