import { createRule } from './shared/create-rule.ts';
import { hazardProperties, schemaOf } from './shared/options.ts';
import { hazardMessages, reportHazards } from './shared/report-hazards.ts';
import { reportSentValues } from './shared/report-sent.ts';

export default createRule({
  name: 'no-native-handle',
  meta: {
    type: 'problem',
    docs: { description: 'disallow sending files, sockets and other handles to workers' },
    messages: hazardMessages('no-native-handle'),
    schema: schemaOf(hazardProperties),
    defaultOptions: [{}],
  },
  create: (context) => ({
    ...reportHazards(context, 'no-native-handle'),
    Program: () => {
      reportSentValues(context, 'no-native-handle');
    },
  }),
});
