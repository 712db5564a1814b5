import { createRule } from './shared/create-rule.ts';
import { hazardProperties, schemaOf } from './shared/options.ts';
import { hazardMessages, reportHazards } from './shared/report-hazards.ts';
import { loopSuggestions } from './shared/suggest-loop.ts';

export default createRule({
  name: 'no-carried-dependence',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow values that one iteration leaves to the next in loops meant to be parallel',
    },
    hasSuggestions: true,
    messages: { ...hazardMessages('no-carried-dependence'), ...loopSuggestions },
    schema: schemaOf(hazardProperties),
    defaultOptions: [{}],
  },
  create: (context) => reportHazards(context, 'no-carried-dependence'),
});
