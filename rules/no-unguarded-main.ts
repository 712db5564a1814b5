import type { TSESTree } from '@typescript-eslint/utils';
import { threadTests } from '../src/verdict/threads/pool-apis.ts';
import type { RuleContext } from './shared/create-rule.ts';
import { createRule } from './shared/create-rule.ts';
import type { SourceCode } from '../src/verdict/threads/modules.ts';
import { constantValue, exportOf } from '../src/verdict/threads/modules.ts';
import type { PoolInstance } from '../src/verdict/threads/pools.ts';
import { findPools } from '../src/verdict/threads/pools.ts';
import { enclosingFunction, propertyName, walk } from '../src/verdict/threads/walk.ts';

export default createRule({
  name: 'no-unguarded-main',
  meta: {
    type: 'problem',
    docs: { description: 'require a file that starts itself as a worker to ask which of the two it is' },
    messages: {
      unguarded:
        'The worker runs this file, too, and would start a worker of its own, without end. Put this under `if (isMainThread)`.',
    },
    schema: [],
  },
  create: (context) => ({
    'Program:exit'() {
      const { instances } = findPools(context.sourceCode);
      const own = instances.filter((instance) => startsThisFile(context.sourceCode, instance));
      if (own.length === 0 || asksForThread(context.sourceCode)) return;
      for (const { node } of own) {
        if (runsOnLoad(context, node)) context.report({ node, messageId: 'unguarded' });
      }
    },
  }),
});

/** An argument or the option `filename` is `__filename`, `import.meta.filename` or made from `import.meta.url`. */
function startsThisFile(sourceCode: SourceCode, { node, api }: PoolInstance): boolean {
  // A pool of workerpool makes its workers when it gets tasks.
  if (api.library === 'workerpool') return false;
  return node.arguments.some((argument) => {
    if (argument.type !== 'ObjectExpression') return isThisFile(sourceCode, argument);
    const named = argument.properties.find(
      (one) => one.type === 'Property' && propertyName(one) === 'filename',
    );
    return named?.type === 'Property' && isThisFile(sourceCode, named.value);
  });
}

function isThisFile(sourceCode: SourceCode, given: TSESTree.Node): boolean {
  const text = sourceCode.getText(constantValue(sourceCode, given)).replace(/\s+/g, '');
  return /^(?:newURL\()?(?:url\.)?(?:fileURLToPath\()?(?:__filename|import\.meta\.(?:url|filename))\)*$/.test(
    text,
  );
}

/** Anywhere in the file: a guard may be written in many ways. */
function asksForThread(sourceCode: SourceCode): boolean {
  for (const node of walk(sourceCode.ast, sourceCode.visitorKeys)) {
    if (node.type === 'Identifier' && isThreadTest(sourceCode, node)) return true;
    if (node.type === 'MemberExpression' && isOtherTest(node)) return true;
  }
  return false;
}

/** A use of what was imported under one of the names, not the import itself. */
function isThreadTest(sourceCode: SourceCode, node: TSESTree.Identifier): boolean {
  const { parent } = node;
  if (parent.type === 'MemberExpression' && parent.property === node) return threadTests.includes(node.name);
  if (parent.type === 'ImportSpecifier' || (parent.type === 'Property' && parent.key === node)) return false;
  const { module, name } = exportOf(sourceCode, node) ?? { module: '', name: '' };
  return threadTests.includes(name) || (/^(?:node:)?process$/.test(module) && otherTests.includes(name));
}

const otherTests = ['main', 'argv', 'env', 'connected', 'send'];

/** `require.main`, `process.argv`, `process.env`, `import.meta.main`: the file asks how it was started. */
function isOtherTest(node: TSESTree.MemberExpression): boolean {
  return otherTests.includes(propertyName(node) ?? '');
}

/** At the top level, or in a function that the file itself calls while it is loaded. */
function runsOnLoad(context: RuleContext, node: TSESTree.Node, depth = 0): boolean {
  const around = enclosingFunction(node);
  if (around === undefined) return true;
  if (depth > 3) return false;
  const { parent } = around;
  if (parent.type === 'CallExpression' && parent.callee === around) {
    return runsOnLoad(context, parent, depth + 1);
  }
  if (parent.type === 'CallExpression' && isCalledAtOnce(parent)) {
    return runsOnLoad(context, parent, depth + 1);
  }
  if (parent.type === 'NewExpression' && parent.callee.type === 'Identifier') {
    const isPromise = parent.callee.name === 'Promise';
    return isPromise && runsOnLoad(context, parent, depth + 1);
  }
  return callsOf(context.sourceCode, around).some((call) => runsOnLoad(context, call, depth + 1));
}

/** `[1, 2].map(f)`, `Array.from({ length: 4 }, f)` */
function isCalledAtOnce({ callee }: TSESTree.CallExpression): boolean {
  const method = callee.type === 'MemberExpression' ? propertyName(callee) : undefined;
  return ['map', 'forEach', 'flatMap', 'from'].includes(method ?? '');
}

/** The calls by name of a function that is declared, or kept in a variable. */
function callsOf(sourceCode: SourceCode, around: TSESTree.Node): TSESTree.Node[] {
  const declared = around.parent?.type === 'VariableDeclarator' ? around.parent : around;
  return sourceCode
    .getDeclaredVariables(declared)
    .filter(({ defs }) => defs[0]?.node === declared)
    .flatMap(({ references }) => references)
    .map(({ identifier }) => identifier.parent)
    .filter((parent) => parent.type === 'CallExpression');
}
