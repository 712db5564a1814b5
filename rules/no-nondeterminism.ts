import { createRule } from './shared/create-rule.ts';
import { hazardProperties, schemaOf } from './shared/options.ts';
import { hazardMessages, reportHazards } from './shared/report-hazards.ts';

export default createRule({
  name: 'no-nondeterminism',
  meta: {
    type: 'problem',
    docs: { description: 'disallow random numbers and clock readings in loops meant to be parallel' },
    messages: hazardMessages('no-nondeterminism'),
    schema: schemaOf(hazardProperties),
    defaultOptions: [{}],
  },
  create: (context) => reportHazards(context, 'no-nondeterminism'),
});
