import { createRule } from './shared/create-rule.ts';
import { hazardProperties, schemaOf } from './shared/options.ts';
import { hazardMessages, reportHazards } from './shared/report-hazards.ts';
import { loopSuggestions } from './shared/suggest-loop.ts';

export default createRule({
  name: 'no-shared-mutation',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow changing objects from outside the iteration in loops meant to be parallel',
    },
    hasSuggestions: true,
    messages: { ...hazardMessages('no-shared-mutation'), ...loopSuggestions },
    schema: schemaOf(hazardProperties),
    defaultOptions: [{}],
  },
  create: (context) => reportHazards(context, 'no-shared-mutation'),
});
