import type { TSESTree } from '@typescript-eslint/utils';
import { createRule } from './shared/create-rule.ts';
import type { SourceCode } from '../src/verdict/threads/modules.ts';
import { exportOf } from '../src/verdict/threads/modules.ts';
import { findPools } from '../src/verdict/threads/pools.ts';
import { findAncestor } from '../src/verdict/threads/walk.ts';
import { isWorkerModule } from './shared/worker-modules.ts';

export default createRule({
  name: 'no-nested-pool',
  meta: {
    type: 'problem',
    docs: { description: 'disallow pools and workers that are made inside a worker' },
    messages: {
      nested:
        'This runs in a worker, so every worker makes {{library}} threads of its own: n workers, n × n threads. Make one pool on the main thread and hand all tasks to it.',
    },
    schema: [],
  },
  create: (context) => ({
    'Program:exit'() {
      const { instances } = findPools(context.sourceCode);
      if (instances.length === 0) return;
      const isWorkerFile = isWorkerModule(context.sourceCode);
      for (const { node, api } of instances) {
        if (isWorkerFile || isInTask(context.sourceCode, node)) {
          context.report({ node, messageId: 'nested', data: { library: api.library } });
        }
      }
    },
  }),
});

/** Inside the function of `task(import.meta.url, 'name', fn)` of doall's runtime. */
function isInTask(sourceCode: SourceCode, node: TSESTree.Node): boolean {
  const isTask = (one: TSESTree.Node): one is TSESTree.CallExpression => {
    if (one.type !== 'CallExpression') return false;
    const name = exportOf(sourceCode, one.callee);
    return name?.module === 'doall/runtime' && name.name === 'task';
  };
  return findAncestor(node, isTask) !== undefined;
}
