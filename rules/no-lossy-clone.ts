import { createRule } from './shared/create-rule.ts';
import { hazardProperties, schemaOf } from './shared/options.ts';
import { hazardMessages, reportHazards } from './shared/report-hazards.ts';
import { reportSentValues } from './shared/report-sent.ts';
import { fieldSuggestions } from './shared/suggest-fields.ts';

export default createRule({
  name: 'no-lossy-clone',
  meta: {
    type: 'problem',
    docs: { description: 'disallow values that reach a worker changed' },
    hasSuggestions: true,
    messages: { ...hazardMessages('no-lossy-clone'), ...fieldSuggestions },
    schema: schemaOf(hazardProperties),
    defaultOptions: [{}],
  },
  create: (context) => ({
    ...reportHazards(context, 'no-lossy-clone'),
    Program: () => {
      reportSentValues(context, 'no-lossy-clone');
    },
  }),
});
