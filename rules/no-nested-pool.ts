import type { TSESTree } from '@typescript-eslint/utils';
import { threadTests, workerSideExports } from './pool-apis.ts';
import { createRule } from './shared/create-rule.ts';
import type { SourceCode } from './shared/modules.ts';
import { exportOf } from './shared/modules.ts';
import { findPools } from './shared/pools.ts';
import { findAncestor, walk } from './shared/walk.ts';

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

/** The file does what only a worker does, and never asks whether it is one. */
function isWorkerModule(sourceCode: SourceCode): boolean {
  let isWorker = false;
  for (const node of walk(sourceCode.ast, sourceCode.visitorKeys)) {
    if (node.type !== 'Identifier' || isName(node)) continue;
    const name = exportOf(sourceCode, node);
    if (name === undefined) continue;
    const isWorkerSide = workerSideExports[name.module]?.includes(name.name) ?? false;
    if (isWorkerSide && isUsedAsItIs(node)) isWorker = true;
    else if (threadTests.includes(name.name)) return false;
  }
  return isWorker || usesMember(sourceCode);
}

/** Part of an import, or a property's name: no use of what it names. */
function isName({ parent }: TSESTree.Identifier): boolean {
  return (
    parent.type === 'ImportSpecifier' ||
    (parent.type === 'Property' && parent.parent.type === 'ObjectPattern') ||
    parent.type === 'VariableDeclarator'
  );
}

/** `parentPort.on(…)`, `expose(…)`, `new ThreadWorker(…)`: not a test such as `if (parentPort)` or `parentPort?.on(…)`. */
function isUsedAsItIs(node: TSESTree.Identifier): boolean {
  const { parent } = node;
  if (parent.type === 'MemberExpression') return parent.object === node && !parent.optional;
  if (parent.type === 'TSNonNullExpression') return true;
  return (parent.type === 'CallExpression' || parent.type === 'NewExpression') && parent.callee === node;
}

/** `workerpool.worker({ … })`, `threads.parentPort.on(…)` */
function usesMember(sourceCode: SourceCode): boolean {
  return [...walk(sourceCode.ast, sourceCode.visitorKeys)].some((node) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
    return [node.callee, node.callee.object].some((part) => {
      const name = part.type === 'MemberExpression' ? exportOf(sourceCode, part) : undefined;
      return name !== undefined && (workerSideExports[name.module]?.includes(name.name) ?? false);
    });
  });
}

/** Inside the function of `task(import.meta.url, 'name', fn)` of doall's runtime. */
function isInTask(sourceCode: SourceCode, node: TSESTree.Node): boolean {
  const isTask = (one: TSESTree.Node): one is TSESTree.CallExpression => {
    if (one.type !== 'CallExpression') return false;
    const name = exportOf(sourceCode, one.callee);
    return name?.module === 'doall/runtime' && name.name === 'task';
  };
  return findAncestor(node, isTask) !== undefined;
}
