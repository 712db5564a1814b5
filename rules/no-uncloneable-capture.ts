import { createRule } from './shared/create-rule.ts';
import { hazardProperties, schemaOf } from './shared/options.ts';
import { hazardMessages, reportHazards } from './shared/report-hazards.ts';
import { reportSentValues } from './shared/report-sent.ts';

export default createRule({
  name: 'no-uncloneable-capture',
  meta: {
    type: 'problem',
    docs: { description: 'disallow values that cannot be sent to a worker' },
    messages: hazardMessages('no-uncloneable-capture'),
    schema: schemaOf(hazardProperties),
    defaultOptions: [{}],
  },
  create: (context) => ({
    ...reportHazards(context, 'no-uncloneable-capture'),
    Program: () => {
      reportSentValues(context, 'no-uncloneable-capture');
    },
  }),
});
