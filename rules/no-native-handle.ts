import { createRule } from './shared/create-rule.ts';
import { hazardProperties, schemaOf } from './shared/options.ts';
import { hazardMessages, reportHazards } from './shared/report-hazards.ts';

export default createRule({
  name: 'no-native-handle',
  meta: {
    type: 'problem',
    docs: { description: 'disallow files, sockets and other handles in loops meant to be parallel' },
    messages: hazardMessages('no-native-handle'),
    schema: schemaOf(hazardProperties),
    defaultOptions: [{}],
  },
  create: (context) => reportHazards(context, 'no-native-handle'),
});
