/** Which files are a worker's own. */
import type { TSESTree } from '@typescript-eslint/utils';
import { threadTests, workerSideExports } from '../../src/verdict/threads/pool-apis.ts';
import type { ExportName, SourceCode } from '../../src/verdict/threads/modules.ts';
import { exportOf } from '../../src/verdict/threads/modules.ts';
import { walk } from '../../src/verdict/threads/walk.ts';

const libraries = new RegExp(`['"\`](?:${Object.keys(workerSideExports).join('|')})['"\`]`);

/** The file does what only a worker does, and never asks whether it is one. */
export function isWorkerModule(sourceCode: SourceCode): boolean {
  if (!libraries.test(sourceCode.text)) return false;
  let isWorker = false;
  for (const node of walk(sourceCode.ast, sourceCode.visitorKeys)) {
    const name = nameAt(sourceCode, node);
    if (name === undefined) continue;
    const isWorkerSide = workerSideExports[name.module]?.includes(name.name) ?? false;
    if (isWorkerSide && isUsedAsItIs(node)) isWorker = true;
    else if (isAsked(node, name.name)) return false;
  }
  return isWorker;
}

/** What `isMainThread` and `workerpool.isMainThread` name. */
function nameAt(sourceCode: SourceCode, node: TSESTree.Node): ExportName | undefined {
  if (node.type === 'MemberExpression') return exportOf(sourceCode, node);
  return node.type === 'Identifier' && !isName(node) ? exportOf(sourceCode, node) : undefined;
}

/** Names of values that a worker has a use for, besides asking for them. */
const values = ['parentPort', 'workerData', 'threadId', 'threadName', 'getEnvironmentData'];

/** The file asks which of the two it is; of a value, only where it stands in a condition: `if (workerData)`, `parentPort?.on(…)`. */
function isAsked(node: TSESTree.Node, name: string): boolean {
  if (!threadTests.includes(name)) return false;
  return !values.includes(name) || isCondition(node);
}

function isCondition(node: TSESTree.Node): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === node && (parent.optional || isCondition(parent));
    case 'CallExpression':
      return parent.optional || (parent.callee === node && isCondition(parent));
    case 'UnaryExpression':
    case 'LogicalExpression':
      return true;
    case 'BinaryExpression':
      return /^[!=]==?$/.test(parent.operator);
    case 'IfStatement':
    case 'ConditionalExpression':
      return parent.test === node;
    default:
      return false;
  }
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
function isUsedAsItIs(node: TSESTree.Node): boolean {
  const { parent } = node;
  if (parent?.type === 'MemberExpression') return parent.object === node && !parent.optional;
  if (parent?.type === 'TSNonNullExpression') return true;
  return (parent?.type === 'CallExpression' || parent?.type === 'NewExpression') && parent.callee === node;
}
