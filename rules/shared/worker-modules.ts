/** Which files are a worker's own. */
import type { TSESTree } from '@typescript-eslint/utils';
import { threadTests, workerSideExports } from '../../src/verdict/threads/pool-apis.ts';
import type { SourceCode } from '../../src/verdict/threads/modules.ts';
import { exportOf } from '../../src/verdict/threads/modules.ts';
import { walk } from '../../src/verdict/threads/walk.ts';

const libraries = new RegExp(`['"\`](?:${Object.keys(workerSideExports).join('|')})['"\`]`);

/** The file does what only a worker does, and never asks whether it is one. */
export function isWorkerModule(sourceCode: SourceCode): boolean {
  if (!libraries.test(sourceCode.text)) return false;
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
