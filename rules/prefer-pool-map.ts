import { describeOpportunity } from '../src/verdict/catalogue/index.ts';
import { createRule } from './shared/create-rule.ts';
import { outermost } from './shared/marks.ts';
import { analysisProperties, readOptions, schemaOf } from './shared/options.ts';
import { locationOf } from './shared/report-hazards.ts';
import { opportunitiesOf } from './shared/verdicts.ts';

export default createRule({
  name: 'prefer-pool-map',
  meta: {
    type: 'suggestion',
    docs: { description: 'suggest a worker-pool map for heavy loops whose iterations are independent' },
    messages: {
      parallel: 'This loop can use all cores: {{opportunity}}. `npx doall apply` rewrites it.',
    },
    schema: schemaOf(analysisProperties),
    defaultOptions: [{}],
  },
  create: (context) => ({
    'Program:exit'() {
      const options = readOptions(context);
      const { verdicts } = opportunitiesOf(context, options);
      for (const verdict of outermost(verdicts)) {
        context.report({
          loc: locationOf(context, verdict.loop.head),
          messageId: 'parallel',
          data: { opportunity: describeOpportunity(verdict) },
        });
      }
    },
  }),
});
